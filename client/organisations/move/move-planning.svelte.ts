import { createSubscriber } from 'svelte/reactivity';
import { previewMove } from '../../../shared/access/endpoints.ts';
import type { MovePreview } from '../../../shared/access/move-preview-contract.ts';
import type { Change } from '../../../shared/live/contract.ts';
import type { Api } from '../../core/api.ts';
import type { Session } from '../../core/session.svelte.ts';
import type { Live } from '../../live/live.svelte.ts';
import { placeOf } from '../../live/place.ts';

/** Records that a move depends on: when one changes, it may do something else. */
const weighed: readonly Change['resource'][] = ['grant', 'organisation', 'settings'];

/**
 * The dialog asks the server what moving an organisation would do, for each parent that is chosen,
 * and keeps the answer true while it is looked at: nobody moves anything on what held a minute ago.
 */
export class MovePlanning {
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  readonly #organisationId: string;
  #parentId = $state('');
  #preview = $state.raw<MovePreview>();
  #failure = $state.raw<unknown>();
  #run = 0;
  readonly #watch = createSubscriber(() =>
    this.#live.onChanges((changes) => {
      if (changes.some(({ resource }) => weighed.includes(resource))) void this.#ask();
    }),
  );

  constructor(api: Api, live: Live, session: Session, organisationId: string) {
    this.#api = api;
    this.#live = live;
    this.#session = session;
    this.#organisationId = organisationId;
  }

  get parentId(): string {
    return this.#parentId;
  }

  set parentId(id: string) {
    if (id === this.#parentId) return;
    this.#parentId = id;
    this.#preview = undefined;
    void this.#ask();
  }

  /** What the move would do, as far as it is known. */
  get preview(): MovePreview | undefined {
    this.#watch();
    placeOf(this.#live, this.#session, this.#parentId); // follows the way down to the new parent
    return this.#preview;
  }

  get failure(): unknown {
    return this.#failure;
  }

  async #ask(): Promise<void> {
    const run = (this.#run += 1);
    this.#failure = undefined;
    if (this.#parentId === '') return;
    try {
      const body = { parentId: this.#parentId };
      const { data } = await this.#api.call(previewMove, { id: this.#organisationId, body });
      if (run === this.#run) this.#preview = data;
    } catch (failure) {
      if (run !== this.#run) return;
      this.#preview = undefined;
      this.#failure = failure;
    }
  }
}
