import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { atMost } from '../core/at-most.ts';
import type { Bounds } from '../core/bounds/bounds.ts';
import { Lines } from '../core/bounds/lines.ts';

/** Long reads that one account may have queued, over all of its sockets. */
const MOST_IN_LINE = 500;
/** Accounts whose reads run at the same time. */
const AT_ONCE = 6;
/** The cost of a row from memory; one from the database costs 1. */
const COST_IN_MEMORY = 1 / 4;

/** The caller reports a page as read; the promise resolves when the next may be read. */
export type Pace = (rows: number, areInMemory: boolean) => Promise<void>;

/**
 * The scheduler of long reads of the change log: one at a time per account, page by page within its
 * budget, with a turn of the event loop after each page, so that no reader blocks others.
 */
export class LogReads {
  readonly #bounds: Bounds;
  readonly #lines = new Lines(MOST_IN_LINE);
  readonly #together = atMost(AT_ONCE);

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  run(accountId: string, read: (pace: Pace) => Promise<void>): Promise<void> {
    const pace: Pace = async (rows, areInMemory) => {
      const cost = areInMemory ? rows * COST_IN_MEMORY : rows;
      const wait = this.#bounds.charge('log-reads', accountId, cost);
      await (wait > 0 ? pause(wait) : nextTurn());
    };
    return this.#lines.inTurn(accountId, () => this.#together(() => read(pace)));
  }
}
