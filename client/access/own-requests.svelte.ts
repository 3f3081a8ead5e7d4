import { createSubscriber } from 'svelte/reactivity';
import type { AccessRequest } from '../../shared/access/requests-contract.ts';
import type { Page } from '../../shared/core/paging.ts';
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

  /** Asks for access, or takes it. */
  async ask(verb: 'access-requests' | 'break-glass', body: object, key: string): Promise<void> {
    await this.#api.post(`/organisations/${this.#organisationId}/${verb}`, body, key);
    await this.#read();
  }

  async do({ id }: AccessRequest, verb: 'withdraw' | 'end'): Promise<void> {
    await this.#api.post(`/access-requests/${id}/${verb}`);
    await this.#read();
  }

  async #read(): Promise<void> {
    const run = (this.#run += 1);
    const path = `/organisations/${this.#organisationId}/access-requests`;
    const items = await this.#api.get<Page<AccessRequest>>(path).then(
      ({ data }) => data.items,
      () => undefined, // the page says itself where the organisation is gone, or nobody answers
    );
    if (run !== this.#run || !items) return;
    this.#all = items.filter(({ accountId }) => accountId === this.#session.accountId);
  }
}
