import { createSubscriber, type SvelteMap } from 'svelte/reactivity';
import { innerPartOf, type Topic } from '../../shared/access/actions.ts';
import { ApiError } from '../core/api.ts';
import { isMissing } from '../core/refusals.ts';
import { type Gone, goneBy, goneFor } from './gone.ts';
import type { Tombstone } from './store/held.ts';
import type { Asked, Subscription } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

/** The phase of a query; `fresh` is false from when no view shows it until it is read again. */
export type Phase =
  | { is: 'loaded'; fresh: boolean; complete: boolean }
  | { is: 'failed'; error: unknown }
  | { is: 'gone'; gone: Gone };

/** The definition of a query: what to follow, how to load it, and where to read it in the store. */
export interface QuerySource<T> {
  key: string;
  asked: Asked;
  topic: Topic;
  /**
   * The data is loaded over HTTP into the store; `partly` is called when a first part is in.
   * Returns the log's number that the data is at least as new as.
   */
  load: (partly: () => void) => Promise<number>;
  read: () => T | undefined;
  tombstone?: () => Tombstone | undefined;
}

/** The dependencies that all queries share. */
export interface QueryDepot {
  /** The phases are outside the queries, since state created while it is read is not tracked. */
  phases: SvelteMap<string, Phase>;
  subscriptions: Subscriptions;
  /** Whether the client's own decision, once it knows enough, closes a topic. */
  isClosed: (organisationId: string, topic: Topic) => Promise<boolean>;
  /** The reason of that decision, as far as known now; `undefined` where the topic is open. */
  closedBy: (organisationId: string, topic: Topic) => Gone | undefined;
  /** A read during which changes of unknown records are buffered. */
  whileReading: <T>(read: () => Promise<T>) => Promise<T>;
}

/** The time that a query stays subscribed when unused: going back and forth is then free. */
const KEEP = 5_000;

/**
 * Data of the server that is loaded while a view shows it and kept current meanwhile: reading
 * `state` or `data` in a reactive context is all it takes.
 */
export class Query<T> {
  readonly #source: QuerySource<T>;
  readonly #depot: QueryDepot;
  readonly #watch = createSubscriber(() => {
    this.#start();
    return () => {
      this.#stop();
    };
  });
  #subscription: Subscription | undefined;
  #release: ReturnType<typeof setTimeout> | undefined;
  #run = 0;
  /** Whether the part of its topic that is for fewer people was granted when it was read. */
  #wasWhole = false;

  constructor(source: QuerySource<T>, depot: QueryDepot) {
    this.#source = source;
    this.#depot = depot;
  }

  get state(): 'loading' | 'ready' | 'error' | 'gone' {
    this.#watch();
    const phase = this.#phase;
    if (phase?.is === 'gone' || this.#source.tombstone?.()) return 'gone';
    if (this.#source.read() !== undefined) return 'ready';
    return phase?.is === 'failed' ? 'error' : 'loading';
  }

  get data(): T | undefined {
    this.#watch();
    return this.#source.read();
  }

  /** Whether the data is completely loaded and current. */
  get isComplete(): boolean {
    const phase = this.#phase;
    return phase?.is === 'loaded' && phase.complete;
  }

  /** Whether old data is shown while it is read again. */
  get isRefreshing(): boolean {
    const phase = this.#phase;
    return phase?.is === 'loaded' && !phase.fresh;
  }

  get error(): unknown {
    return this.#phase?.is === 'failed' ? this.#phase.error : undefined;
  }

  /** Why the data is gone. */
  get gone(): Gone | undefined {
    const buried = this.#source.tombstone?.();
    if (buried) return goneBy(buried);
    if (this.#phase?.is !== 'gone') return undefined;
    const { gone } = this.#phase;
    return gone.because === 'missing' ? (this.#closedBy ?? gone) : gone;
  }

  /** Whether a view shows it, or did a moment ago. */
  get isHeld(): boolean {
    return this.#subscription !== undefined;
  }

  get subscription(): Subscription | undefined {
    return this.#subscription;
  }

  retry(): void {
    void this.reload();
  }

  async reload(): Promise<void> {
    const subscription = this.#subscription;
    if (!subscription) return;
    const run = (this.#run += 1);
    const current = (): boolean => run === this.#run;
    const set = (phase: Phase): void => {
      if (current()) this.#depot.phases.set(this.#source.key, phase);
    };
    try {
      await this.#depot.subscriptions.ready(subscription);
      const { problem } = subscription;
      if (problem && isMissing(new ApiError(problem))) throw new ApiError(problem);
      if (await this.#isShut(subscription)) {
        set({ is: 'gone', gone: { because: 'missing' } });
        return;
      }
      this.#wasWhole = this.#hasPart;
      await this.#depot.whileReading(async () => {
        const seq = await this.#source.load(() => {
          set({ is: 'loaded', fresh: true, complete: false });
        });
        this.#depot.subscriptions.learned(subscription, seq);
      });
      set(
        (await this.#isShut(subscription))
          ? { is: 'gone', gone: { because: 'missing' } }
          : { is: 'loaded', fresh: true, complete: true },
      );
    } catch (error) {
      set(isMissing(error) ? { is: 'gone', gone: goneFor(error) } : { is: 'failed', error });
    }
  }

  /**
   * Access changed: the query is gone where its topic is no longer granted, and loaded where it is
   * granted again. No loss is reported for data that was never shown.
   */
  regrant(lost: Gone): void {
    const subscription = this.#subscription;
    if (!subscription) return;
    if (this.#phase?.is === 'loaded') {
      if (!this.isWithheld) {
        if (this.#hasPart !== this.#wasWhole) void this.reload();
        return;
      }
      this.#run += 1;
      this.#depot.phases.set(this.#source.key, { is: 'gone', gone: lost });
    } else if (!this.isWithheld || !this.gone) void this.reload();
  }

  /** After a reconnect, a failed query is loaded again. */
  revive(): void {
    if (this.#phase?.is === 'failed') void this.reload();
  }

  /** No view shows the query, and its data may have been dropped. */
  forget(): void {
    this.#depot.phases.delete(this.#source.key);
  }

  /**
   * Whether the topic is closed to this person, so that it must not be requested: the server
   * records denied attempts. The stream knows; without it, the client decides. That decision is
   * also prepared for what the stream withholds, since the page shows its reason.
   */
  async #isShut({ state, asked }: Subscription): Promise<boolean> {
    if (state !== 'waiting' && !this.isWithheld) return false;
    const isClosed = await this.#depot.isClosed(asked.organisationId, this.#source.topic);
    return state === 'waiting' ? isClosed : this.isWithheld;
  }

  get #closedBy(): Gone | undefined {
    return this.#depot.closedBy(this.#source.asked.organisationId, this.#source.topic);
  }

  /**
   * Whether the subscription lacks the topic. A read may be ahead of the stream and succeed; it
   * counts only once the stream grants the topic, too.
   */
  get isWithheld(): boolean {
    const subscription = this.#subscription;
    if (!subscription || subscription.state === 'waiting') return false;
    return !subscription.granted.includes(this.#source.topic);
  }

  /** Whether the part of the topic is granted that is for fewer people. */
  get #hasPart(): boolean {
    const part = innerPartOf(this.#source.topic);
    return part !== undefined && (this.#subscription?.granted.includes(part) ?? false);
  }

  get #phase(): Phase | undefined {
    return this.#depot.phases.get(this.#source.key);
  }

  #start(): void {
    clearTimeout(this.#release);
    if (this.#subscription) return;
    this.#subscription = this.#depot.subscriptions.hold(this.#source.asked);
    void this.reload();
  }

  #stop(): void {
    this.#release = setTimeout(() => {
      if (!this.#subscription) return;
      this.#depot.subscriptions.release(this.#subscription);
      this.#subscription = undefined;
      this.#run += 1;
      const phase = this.#phase;
      if (phase?.is === 'loaded') {
        this.#depot.phases.set(this.#source.key, { ...phase, fresh: false, complete: false });
      } else {
        this.#depot.phases.delete(this.#source.key);
      }
    }, KEEP);
  }
}
