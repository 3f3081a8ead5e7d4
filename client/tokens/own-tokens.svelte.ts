/* eslint-disable svelte/prefer-svelte-reactivity -- what is made for one reading need not be watched */
import type { Page } from '../../shared/core/paging.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import type { Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { LiveRow } from '../live/live-rows.svelte.ts';

interface Surroundings {
  api: Api;
  live: Live;
  session: Session;
}

/**
 * The tokens that the person made, wherever they hold. They are read as one list, and followed at
 * each organisation where one holds: what is revoked in another window goes here too.
 */
export class OwnTokens {
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  #read = $state.raw<readonly Token[]>();
  #error = $state.raw<unknown>();

  constructor({ api, live, session }: Surroundings) {
    this.#api = api;
    this.#live = live;
    this.#session = session;
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#read) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get error(): unknown {
    return this.#error;
  }

  readonly rows = $derived.by<readonly LiveRow<Token>[]>(() =>
    this.#tokens().map((record) => ({ id: record.id, record, deed: undefined })),
  );

  async load(): Promise<void> {
    this.#error = undefined;
    try {
      this.#read = (await this.#api.get<Page<Token>>('/tokens')).data.items;
    } catch (error) {
      this.#error = error;
    }
  }

  /** Takes one in that was just made here, perhaps at an organisation that is not followed yet. */
  take(token: Token): void {
    this.#read = [...(this.#read ?? []), token];
  }

  async revoke({ id }: Token): Promise<void> {
    await this.#api.delete(`/tokens/${id}`);
    this.#read = this.#read?.filter((token) => token.id !== id);
  }

  #tokens(): Token[] {
    const read = this.#read ?? [];
    const places = new Set(read.map(({ organisation }) => organisation.id));
    const followed = [...places].flatMap((id) => this.#live.tokens(id).data ?? []);
    const own = followed.filter(({ maker }) => maker.id === this.#session.accountId);
    const all = new Map([...read, ...own].map((token) => [token.id, token]));
    return [...all.values()].filter(({ id }) => !this.#live.store.tombstone('token', id));
  }
}
