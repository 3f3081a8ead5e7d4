import type { Page } from '../../shared/core/paging.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { revokeToken } from '../../shared/tokens/endpoints.ts';
import type { Answer, Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { LiveRow } from '../lists/live-rows.svelte.ts';
import { whyNotRevoke } from './why-not-revoke.ts';

interface Surroundings {
  api: Api;
  live: Live;
  session: Session;
  /** Lists them. */
  list: () => Promise<Answer<Page<Token>>>;
  /** Where the account holds roles: its tokens hold there or below. */
  homes: () => readonly string[];
}

/**
 * The tokens that act as one account, wherever they hold. They are read as one list, and again
 * whenever any is made, revoked or handed over below the roles that carry them.
 */
export class AccountTokens {
  readonly #around: Surroundings;
  #read = $state.raw<readonly Token[]>();
  #error = $state.raw<unknown>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#read) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get error(): unknown {
    return this.#error;
  }

  readonly rows = $derived.by<readonly LiveRow<Token>[]>(() =>
    (this.#read ?? []).map((record) => ({ id: record.id, record, deed: undefined })),
  );

  /** The list is kept current while somebody looks at it. Returns how to stop. */
  watch(): () => void {
    const { live, homes } = this.#around;
    const { subscriptions } = live;
    const read = () => void this.load();
    const held = homes().map((organisationId) =>
      subscriptions.hold({ scope: 'subtree', organisationId, topics: ['access'] }),
    );
    const ends = [
      live.onConnected(read),
      live.onChanges((changes) => {
        if (changes.some(isOfToken)) read();
      }),
    ];
    return () => {
      for (const end of ends) end();
      for (const each of held) subscriptions.release(each);
    };
  }

  async load(): Promise<void> {
    this.#error = undefined;
    try {
      this.#read = (await this.#around.list()).data.items;
    } catch (error) {
      this.#error = error;
    }
  }

  whyNotRevoke(token: Token): string | undefined {
    return whyNotRevoke(this.#around.live, this.#around.session, token);
  }

  async revoke({ id }: Token): Promise<void> {
    await this.#around.api.call(revokeToken, { id });
    await this.load();
  }
}

function isOfToken({ resource }: Change): boolean {
  return resource === 'token';
}
