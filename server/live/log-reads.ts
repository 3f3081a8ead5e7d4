import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { atMost } from '../core/at-most.ts';
import type { Bounds } from '../core/bounds/bounds.ts';
import { Lines } from '../core/bounds/lines.ts';

/** Long reads of the log that one account may have in line, over all of its sockets. */
const MOST_IN_LINE = 500;
/** Accounts that are read for at once. */
const AT_ONCE = 6;
/** What a row in memory costs, where one from the database costs 1. */
const COST_IN_MEMORY = 1 / 4;

/** The note of a page that was read; resolves when the next may be. */
export type Pace = (rows: number, areInMemory: boolean) => Promise<void>;

/**
 * Long reads of the change log, page by page: one at a time for each account, at the pace that its
 * budget allows, and with a turn of the event loop after each page, so that no reader holds up
 * what others do.
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
