import type { Change } from '../../shared/live/contract.ts';
import type { Feed } from './feed.ts';
import { MovedAway } from './moved-away.ts';
import { type Reader, replay, type ReplaySource, sightOf } from './replay.ts';

/** More changes than these, or a longer way through the log, cost more than a fresh snapshot. */
const MOST_REPLAYED = 20_000;
const LONGEST_WAY = 200_000;

/**
 * The changes that a reader missed, read from the log until it has caught up with the feed, where
 * the live ones begin. It is given up where a fresh snapshot serves the reader better.
 */
export class Backfill {
  readonly #feed: Feed;
  readonly #source: ReplaySource;
  readonly #reader: Reader;
  readonly #changes: Change[] = [];
  readonly #movedAway = new MovedAway();
  #from: number;
  #isWhole: boolean;

  /** Of a reader who has everything up to `since`; without it, there is nothing to read. */
  constructor(feed: Feed, source: ReplaySource, reader: Reader, since: number | undefined) {
    this.#feed = feed;
    this.#source = source;
    this.#reader = reader;
    this.#from = since ?? feed.head;
    this.#isWhole = since !== undefined && feed.head - since <= LONGEST_WAY;
  }

  /** Whether the feed has delivered what is not read yet. */
  get isBehind(): boolean {
    return this.#isWhole && this.#from < this.#feed.head;
  }

  /**
   * The backfill reads up to where the feed is now; it may be further by the time that this is
   * done.
   */
  async readOn(): Promise<void> {
    const stretch = { from: this.#from, to: this.#feed.head };
    this.#isWhole = await replay(this.#source, this.#reader, stretch, (page) => {
      this.#changes.push(...page.changes);
      this.#movedAway.add(page);
      return this.#changes.length <= MOST_REPLAYED;
    });
    this.#from = stretch.to;
  }

  /** What was missed; `null` where it is not whole, so that the reader has to begin anew. */
  get missed(): Change[] | null {
    const isWhole = this.#isWhole && !this.#movedAway.isToldOf(sightOf(this.#source, this.#reader));
    return isWhole ? this.#changes : null;
  }
}
