import { createContext } from 'svelte';
import { knownPlace } from '../../shared/access/known-place.ts';
import { isOpenRequest } from '../../shared/access-requests/open-request.ts';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import { listOpenRequests } from '../../shared/access-requests/endpoints.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';

/**
 * The open access requests and emergency accesses wherever the signed-in person is inside a closed
 * barrier. They are read once and then followed live; where no role is behind a barrier, there is
 * nothing to follow.
 */
export class OpenRequests {
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  #ids = $state.raw<readonly string[]>([]);
  #run = 0;

  constructor(api: Api, live: Live, session: Session) {
    this.#api = api;
    this.#live = live;
    this.#session = session;
  }

  /** The organisations of one's roles that are behind a barrier, in a stable order. */
  readonly #tops = $derived.by(() => {
    const { grants, access } = this.#session;
    const tops = grants.map(({ organisation }) => organisation.id);
    return tops
      .filter((id) => this.#isBehindBarrier(id, knownPlace(access.chains[id] ?? [], access.above)))
      .sort();
  });

  /** The places as one string, so that a mere change of names restarts nothing. */
  readonly where = $derived(this.#tops.join());

  readonly all = $derived.by<readonly AccessRequest[]>(() =>
    this.#ids
      .flatMap((id) => this.#live.store.get('accessRequest', id) ?? [])
      .filter((request) => isOpenRequest(request) && !this.#isOwnQuestion(request)),
  );

  /** How many of them are about one organisation. */
  countAt(organisationId: string): number {
    return this.all.filter((request) => request.organisationId === organisationId).length;
  }

  /** The requests are followed until the returned function is called. */
  readonly follow = (): (() => void) => {
    const held = this.#tops.map((organisationId) =>
      this.#live.subscriptions.hold({ scope: 'subtree', organisationId, topics: ['access'] }),
    );
    const read = () => void this.#read();
    const ends = [
      this.#live.onChanges((changes) => {
        this.#note(changes);
      }),
      this.#live.onAccess(read),
      this.#live.onConnected(read),
    ];
    void Promise.all(held.map((each) => this.#live.subscriptions.ready(each))).then(read);
    return () => {
      this.#run += 1;
      this.#ids = [];
      for (const end of ends) end();
      for (const each of held) this.#live.subscriptions.release(each);
    };
  };

  #note(changes: readonly Change[]): void {
    const about = changes.filter(({ resource }) => resource === 'accessRequest');
    const news = about.filter(({ id }) => !this.#ids.includes(id));
    if (news.length === 0) return;
    const known = news.filter(({ id }) => this.#live.store.get('accessRequest', id) !== undefined);
    this.#ids = [...known.map(({ id }) => id), ...this.#ids];
    if (known.length < news.length) void this.#read();
  }

  async #read(): Promise<void> {
    const run = (this.#run += 1);
    const answer = await this.#api.call(listOpenRequests).catch(() => null);
    if (run !== this.#run || !answer) return; // whoever is offline reads again on coming back
    const { data, seq = 0 } = answer;
    this.#live.store.takeSnapshot({ resource: 'accessRequest', records: data.items, seq });
    const read = data.items.map(({ id }) => id);
    this.#ids = [...read, ...this.#ids.filter((id) => !read.includes(id))];
  }

  #isBehindBarrier(id: string, chain: readonly { managementMode: string }[]): boolean {
    const here = this.#live.record('organisation', id).data?.managementMode;
    const levels = here === undefined ? chain : [...chain.slice(0, -1), { managementMode: here }];
    return levels.some(({ managementMode }) => managementMode === 'self-managed');
  }

  /**
   * Whether it is one's own pending request, which others have to answer; one's own emergency
   * access stays in the list, since one can end it.
   */
  #isOwnQuestion({ status, accountId }: AccessRequest): boolean {
    return status === 'pending' && accountId === this.#session.accountId;
  }
}

export const [getOpenRequests, setOpenRequests] = createContext<OpenRequests>();
