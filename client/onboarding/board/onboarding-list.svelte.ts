/* eslint-disable svelte/prefer-svelte-reactivity -- maps are replaced as a whole, and what holds them is watched */
import { createSubscriber } from 'svelte/reactivity';
import { type Fields, mergeFields } from '../../../shared/core/merge-patch.ts';
import type { Change } from '../../../shared/live/contract.ts';
import type {
  ListedOnboarding,
  OnboardingOutline,
  OnboardingState,
  OnboardingSummary,
} from '../../../shared/onboarding/contract.ts';
import { listOnboardings } from '../../../shared/onboarding/endpoints.ts';
import { onboardingRecord, outlineRecord } from '../../../shared/onboarding/records.ts';
import type { Api } from '../../core/api.ts';
import type { Live } from '../../live/live.svelte.ts';
import { UrgencyOrder } from './urgency.ts';

/** Which onboardings: those below an organisation, of one state or of any. */
export interface Wanted {
  at: string;
  state: OnboardingState | undefined;
}

/** What one answer of the server holds at most. */
const PAGE = '200';
/** Changes come in bursts; one read answers them all, in milliseconds. */
const PAUSE = 250;

/**
 * All onboardings of a branch, whole: the board groups, orders and narrows them here, so that a change
 * costs no request. Changes are laid over what is known; what comes, goes or cannot be told from the
 * change alone is read anew.
 */
export class OnboardingList {
  readonly #api: Api;
  readonly #live: Live;
  readonly #wanted: Wanted;
  #summaries = $state.raw<ReadonlyMap<string, OnboardingSummary>>();
  #outlines = $state.raw<readonly OnboardingOutline[]>([]);
  #error = $state.raw<unknown>();
  readonly #order = new UrgencyOrder();
  #run = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #watch = createSubscriber(() => this.#follow());

  constructor(api: Api, live: Live, wanted: Wanted) {
    this.#api = api;
    this.#live = live;
    this.#wanted = wanted;
  }

  get state(): 'loading' | 'ready' | 'error' {
    this.#watch();
    if (this.#summaries) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  /** Those whose inside is open to the reader, the most urgent first. */
  readonly summaries = $derived.by<readonly OnboardingSummary[]>(() => {
    this.#watch();
    const { state } = this.#wanted;
    const sorted = this.#order.sort(this.#summaries ?? new Map());
    return state === undefined ? sorted : sorted.filter((each) => each.state === state);
  });

  /** One of them, whatever its state is by now. */
  summary(id: string): OnboardingSummary | undefined {
    return this.#summaries?.get(id);
  }

  /** Those behind a closed barrier. */
  get outlines(): readonly OnboardingOutline[] {
    return this.#outlines;
  }

  get error(): unknown {
    return this.#error;
  }

  retry(): void {
    void this.#read();
  }

  #follow(): () => void {
    const subscription = this.#live.subscriptions.hold({
      scope: 'subtree',
      organisationId: this.#wanted.at,
    });
    const soon = (): void => {
      this.#readSoon();
    };
    const ends = [
      this.#live.onChanges((changes) => {
        this.#take(changes);
      }),
      this.#live.onAccess(soon),
      this.#live.onConnected(soon),
    ];
    void this.#live.subscriptions.ready(subscription).then(() => this.#read());
    return () => {
      this.#run += 1;
      clearTimeout(this.#again);
      this.#again = undefined;
      for (const end of ends) end();
      this.#live.subscriptions.release(subscription);
    };
  }

  #take(changes: readonly Change[]): void {
    const known = new Map(this.#summaries);
    let isLaid = false;
    for (const change of changes) {
      if (change.resource === onboardingRecord.name) {
        const laid = laidOver(known.get(change.id), change);
        if (laid) known.set(change.id, laid);
        isLaid ||= laid !== undefined;
        if (!laid) this.#readSoon();
      } else if (change.resource === outlineRecord.name || opensOrRenames(change)) {
        this.#readSoon();
      }
    }
    if (isLaid && this.#summaries) this.#summaries = known;
  }

  #readSoon(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      void this.#read();
    }, PAUSE);
  }

  async #read(): Promise<void> {
    const run = (this.#run += 1);
    try {
      const found = await this.#readAll(run);
      if (run !== this.#run) return;
      const before = this.#summaries;
      const summaries = found.filter((each) => 'total' in each);
      this.#summaries = new Map(summaries.map((each) => [each.id, newer(before, each)]));
      this.#outlines = found.filter((each) => !('total' in each));
      this.#error = undefined;
    } catch (error) {
      if (run === this.#run) this.#error = error;
    }
  }

  async #readAll(run: number): Promise<ListedOnboarding[]> {
    const { at, state } = this.#wanted;
    const found: ListedOnboarding[] = [];
    let cursor: string | undefined;
    do {
      const query = { within: 'branch', state, limit: PAGE, cursor } as const;
      const { data } = await this.#api.call(listOnboardings, { id: at, query });
      found.push(...data.items);
      cursor = data.nextCursor ?? undefined;
    } while (cursor !== undefined && run === this.#run);
    return found;
  }
}

/** The record after a change; nothing where the change alone does not say. */
function laidOver(
  known: OnboardingSummary | undefined,
  { op, version, fields }: Change,
): OnboardingSummary | undefined {
  if (!known || op !== 'update') return undefined;
  if (version <= known.version) return known;
  if (version > known.version + 1) return undefined;
  return { ...mergeFields(known as unknown as Fields, fields), version } as OnboardingSummary;
}

/** A change may have arrived while the list was being read. */
function newer(
  before: ReadonlyMap<string, OnboardingSummary> | undefined,
  read: OnboardingSummary,
): OnboardingSummary {
  const known = before?.get(read.id);
  return known && known.version > read.version ? known : read;
}

/** Whether an organisation came to another name, another place, or behind or before a barrier. */
function opensOrRenames({ resource, op, fields }: Change): boolean {
  if (resource !== 'organisation') return false;
  return (
    op !== 'update' || ['displayName', 'managementMode', 'parentId'].some((name) => name in fields)
  );
}
