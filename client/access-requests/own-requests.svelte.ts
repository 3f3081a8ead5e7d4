import { createSubscriber } from 'svelte/reactivity';
import type {
  AccessRequest,
  BreakGlass,
  RequestAccess,
} from '../../shared/access-requests/contract.ts';
import {
  breakGlass,
  endAccess,
  listRequestsAt,
  requestAccess,
  withdrawRequest,
} from '../../shared/access-requests/endpoints.ts';
import type { Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';

/**
 * One's own requests for access to an organisation. Whoever asks is outside, where no change of
 * them arrives; but the session is told whenever one of its requests went on, and then they are
 * read again.
 */
export class OwnRequests {
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  readonly #organisationId: string;
  #all = $state.raw<readonly AccessRequest[]>([]);
  #run = 0;
  readonly #watch = createSubscriber(() => {
    void this.#read();
    const ends = [
      this.#live.onAccess(() => void this.#read()),
      this.#live.onConnected(() => void this.#read()),
    ];
    return () => {
      for (const end of ends) end();
    };
  });

  constructor(api: Api, live: Live, session: Session, organisationId: string) {
    this.#api = api;
    this.#live = live;
    this.#session = session;
    this.#organisationId = organisationId;
  }

  /** The one that waits, or else the last. */
  get latest(): AccessRequest | undefined {
    this.#watch();
    return this.#all.find(({ status }) => status === 'pending') ?? this.#all[0];
  }

  /** What lets this person in now. */
  get running(): AccessRequest | undefined {
    this.#watch();
    return this.#all.find(({ status }) => status === 'approved');
  }

  async ask(body: RequestAccess, key: string): Promise<void> {
    await this.#api.call(requestAccess, { id: this.#organisationId, body, key });
    await this.#read();
  }

  /** The person takes access without being asked in. */
  async breakGlass(body: BreakGlass, key: string): Promise<void> {
    await this.#api.call(breakGlass, { id: this.#organisationId, body, key });
    await this.#read();
  }

  async withdraw({ id }: AccessRequest): Promise<void> {
    await this.#api.call(withdrawRequest, { id });
    await this.#read();
  }

  async end({ id }: AccessRequest): Promise<void> {
    await this.#api.call(endAccess, { id });
    await this.#read();
  }

  async #read(): Promise<void> {
    const run = (this.#run += 1);
    const items = await this.#api.call(listRequestsAt, { id: this.#organisationId }).then(
      ({ data }) => data.items,
      () => undefined, // the page says itself where the organisation is gone, or nobody answers
    );
    if (run !== this.#run || !items) return;
    this.#all = items.filter(({ accountId }) => accountId === this.#session.accountId);
  }
}
