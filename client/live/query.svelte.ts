import { createSubscriber, type SvelteMap } from 'svelte/reactivity';
import type { Topic } from '../../shared/access/actions.ts';
import { ApiError } from '../core/api.ts';
import { isMissing } from '../core/refusals.ts';
import { type Gone, goneBy, goneFor } from './gone.ts';
import type { Tombstone } from './store/held.ts';
import type { Asked, Subscription } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

/** How far a query has come. `fresh` is false from when nobody looked until it was read anew. */
export type Phase =
  | { is: 'loaded'; fresh: boolean; complete: boolean }
  | { is: 'failed'; error: unknown }
  | { is: 'gone'; gone: Gone };

/** What a query is about: what to follow, how to read it, and where it then stands. */
export interface QuerySource<T> {
  key: string;
  asked: Asked;
  topic: Topic;
  /**
   * The query reads its data over HTTP into the store; told when a first part is in. Answers with its
   * number.
   */
  load: (partly: () => void) => Promise<number>;
  read: () => T | undefined;
  tombstone?: () => Tombstone | undefined;
}

/** What queries share. */
export interface QueryDepot {
  /** Beside the queries, since state made while it is read would not be watched. */
  phases: SvelteMap<string, Phase>;
  subscriptions: Subscriptions;
  /** Whether the client's own decision, once enough is known for it, closes what a topic holds. */
  isClosed: (organisationId: string, topic: Topic) => Promise<boolean>;
  /** The same as far as it is known, for the page to say; `undefined` where nothing closes it. */
  closedBy: (organisationId: string, topic: Topic) => Gone | undefined;
  /** The query runs a read during which changes of unknown records are kept. */
  whileReading: <T>(read: () => Promise<T>) => Promise<T>;
}

/** Going back and forth between two pages should not cost a new subscription each time. */
const KEEP = 5_000;

/**
 * Something of the server that is read when it is looked at and kept current while it is:
 * whatever reads `state` or `data` where it would be drawn anew, holds it; there is no more to it.
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

  /** Whether all of it is there, as it is now. */
  get isComplete(): boolean {
    const phase = this.#phase;
    return phase?.is === 'loaded' && phase.complete;
  }

  /** What is shown is from before, and is being read anew. */
  get isRefreshing(): boolean {
    const phase = this.#phase;
    return phase?.is === 'loaded' && !phase.fresh;
  }

  get error(): unknown {
    return this.#phase?.is === 'failed' ? this.#phase.error : undefined;
  }

  /** Why there is nothing to see any more. */
  get gone(): Gone | undefined {
    const buried = this.#source.tombstone?.();
    if (buried) return goneBy(buried);
    if (this.#phase?.is !== 'gone') return undefined;
    const { gone } = this.#phase;
    return gone.because === 'missing' ? (this.#closedBy ?? gone) : gone;
  }

  /** Whether somebody looks at it, or did a moment ago. */
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
   * Its access changed: it is gone where its topic is no longer granted, and read where it is
   * again. What was never shown was not lost, so there nobody is told of a loss.
   */
  regrant(lost: Gone): void {
    const subscription = this.#subscription;
    if (!subscription) return;
    if (this.#phase?.is === 'loaded') {
      if (!this.isWithheld) return;
      this.#run += 1;
      this.#depot.phases.set(this.#source.key, { is: 'gone', gone: lost });
    } else if (!this.isWithheld || !this.gone) void this.reload();
  }

  /** After the line came back: what failed for want of it is read again. */
  revive(): void {
    if (this.#phase?.is === 'failed') void this.reload();
  }

  /** Nobody looks at it, and what it brought may be dropped. */
  forget(): void {
    this.#depot.phases.delete(this.#source.key);
  }

  /**
   * Whether it is not open to this person, so that it is not even asked for: the server keeps on
   * record who tries what is closed. The stream knows; without it, the client's own decision, which
   * is learned for what the stream withholds, too: it has the reason that the page then says.
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
   * Whether what is followed does not include it. A read may be ahead of the stream and bring it all the
   * same; it then counts only once the stream, too, has come to where it is granted.
   */
  get isWithheld(): boolean {
    const subscription = this.#subscription;
    if (!subscription || subscription.state === 'waiting') return false;
    return !subscription.granted.includes(this.#source.topic);
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
