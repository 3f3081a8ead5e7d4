import { editAccount } from '../../../shared/accounts/endpoints.ts';
import { type Api, ApiError } from '../../core/api.ts';
import { toldBriefly } from '../../core/refusals.ts';
import type { Session } from '../../core/session.svelte.ts';
import type { FieldSource } from '../../ui/field-editing.svelte.ts';

/** The person's own name as they change it. The session is read again then: it shows everywhere. */
export class OwnName implements FieldSource {
  readonly #api: Api;
  readonly #session: Session;
  #saving = $state<'idle' | 'saving' | 'saved' | 'error'>('idle');
  #error = $state<string>();
  #mine = $state<string>();

  constructor(api: Api, session: Session) {
    this.#api = api;
    this.#session = session;
  }

  get value(): string {
    return this.#session.account.displayName;
  }

  get mine(): string | undefined {
    return this.#mine;
  }

  get saving(): 'idle' | 'saving' | 'saved' | 'error' {
    return this.#saving;
  }

  get error(): string | undefined {
    return this.#error;
  }

  /** While typing errors only go away. */
  typed(): void {
    this.#error = undefined;
    this.#mine = undefined;
    this.#saving = 'idle';
  }

  takeTheirs(): void {
    this.typed();
  }

  async save(displayName: string): Promise<void> {
    const { id, version } = this.#session.account;
    this.#saving = 'saving';
    this.#error = undefined;
    this.#mine = undefined;
    try {
      await this.#api.call(editAccount, { id, body: { displayName }, version });
      await this.#session.load();
      this.#saving = 'saved';
    } catch (error) {
      this.#saving = 'error';
      this.#mine = displayName;
      this.#error = toldBriefly(error);
      // Somebody renamed this person meanwhile: the next try is made knowing that.
      if (error instanceof ApiError && error.status === 409) await this.#session.load();
    }
  }
}
