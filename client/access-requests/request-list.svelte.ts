import { says } from '../../shared/access-requests/words.ts';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import {
  approveRequest,
  endAccess,
  refuseRequest,
} from '../../shared/access-requests/endpoints.ts';
import type { Answer, Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';

interface Surroundings extends Whereabouts {
  api: Api;
}

const MOST_PAST = 10;

/** Who asked for access through the barrier, who has it and who had it; for those inside. */
export class RequestList {
  readonly here: Here;
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;

  constructor({ api, ...whereabouts }: Surroundings) {
    this.here = new Here(whereabouts);
    this.#api = api;
    this.#live = whereabouts.live;
    this.#session = whereabouts.session;
  }

  get query() {
    return this.#live.list('accessRequest', this.here.id);
  }

  readonly #all = $derived.by<readonly AccessRequest[]>(() =>
    (this.query.data ?? []).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
  );
  readonly waiting = $derived(this.#all.filter(({ status }) => status === 'pending'));
  readonly running = $derived(this.#all.filter(({ status }) => status === 'approved'));
  readonly past = $derived(
    this.#all
      .filter(({ status }) => status !== 'pending' && status !== 'approved')
      .slice(0, MOST_PAST),
  );

  /** Why this person may not answer it, in a sentence. */
  whyNotAnswer({ role, accountId }: AccessRequest): string | undefined {
    return this.here.whyNot('access.answer', {
      roles: [role],
      ...(this.isOwn(accountId) && { stateRefusal: says.ownRequest }),
    });
  }

  /** Why this person may not end it; one's own access always may. */
  whyNotEnd({ role, accountId }: AccessRequest): string | undefined {
    return this.isOwn(accountId) ? undefined : this.here.whyNot('access.end', { roles: [role] });
  }

  isOwn(accountId: string): boolean {
    return accountId === this.#session.accountId;
  }

  async approve({ id }: AccessRequest): Promise<void> {
    this.#take(await this.#api.call(approveRequest, { id }));
  }

  async refuse({ id }: AccessRequest, reason: string): Promise<void> {
    const body = reason === '' ? {} : { reason };
    this.#take(await this.#api.call(refuseRequest, { id, body }));
  }

  async end({ id }: AccessRequest): Promise<void> {
    this.#take(await this.#api.call(endAccess, { id }));
  }

  #take({ data, seq }: Answer<AccessRequest>): void {
    this.#live.store.takeRecord('accessRequest', data, seq);
  }
}
