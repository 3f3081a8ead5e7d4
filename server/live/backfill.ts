import type { Change } from '../../shared/live/contract.ts';
import type { Feed } from './feed.ts';
import { MovedAway } from './moved-away.ts';
import { type Reader, replay, type ReplaySource, sightOf } from './replay.ts';

/** More changes than these, or a longer way through the log, cost more than a fresh snapshot. */
const MOST_REPLAYED = 20_000;
const LONGEST_WAY = 200_000;

/**
 * The backfill reads the changes that a reader missed from the log, until it has caught up with the
 * feed, where live changes begin. It gives up where a fresh snapshot serves the reader better.
 */
export class Backfill {
  readonly #feed: Feed;
  readonly #source: ReplaySource;
  readonly #reader: Reader;
  readonly #changes: Change[] = [];
  readonly #movedAway = new MovedAway();
  #from: number;
  #isWhole: boolean;

  /** The reader has everything up to `since`; without it, there is nothing to backfill. */
  constructor(feed: Feed, source: ReplaySource, reader: Reader, since: number | undefined) {
    this.#feed = feed;
    this.#source = source;
    this.#reader = reader;
    this.#from = since ?? feed.head;
    this.#isWhole = since !== undefined && feed.head - since <= LONGEST_WAY;
  }

  /** Whether the feed has delivered changes that the backfill has not read yet. */
  get isBehind(): boolean {
    return this.#isWhole && this.#from < this.#feed.head;
  }

  /**
   * The backfill reads up to the feed's present head, which may have moved on when this is done.
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

  /** The missed changes; `null` where they are incomplete, so that the reader has to reset. */
  get missed(): Change[] | null {
    const isWhole = this.#isWhole && !this.#movedAway.isToldOf(sightOf(this.#source, this.#reader));
    return isWhole ? this.#changes : null;
  }
}
