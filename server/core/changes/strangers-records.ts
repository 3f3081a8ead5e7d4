import type { Bounds } from '../bounds/bounds.ts';
import { networkOf } from '../bounds/network.ts';

/** How many records were left out, by their action. */
export type LeftOut = Record<string, number>;

/**
 * The budget decides which attempts of people who have not shown who they are get an audit record
 * of their own. The audit is kept for ever, so strangers cannot be let fill it: beyond their
 * budget, attempts are only counted, and one record says from time to time how many there were.
 */
export class StrangersRecords {
  readonly #bounds: Bounds;
  #leftOut: LeftOut = {};

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Attempts at an account are bounded by that, so that no noise elsewhere hides them. */
  isDue(action: string, { accountId, address }: { accountId: string; address: string }): boolean {
    const wait =
      accountId === ''
        ? this.#bounds.take('strangers-records', networkOf(address))
        : this.#bounds.take('attempts-records', accountId);
    if (wait > 0) this.#leftOut[action] = (this.#leftOut[action] ?? 0) + 1;
    return wait === 0;
  }

  /** What was left out since this was last asked; `null` where nothing was. */
  take(): LeftOut | null {
    const leftOut = this.#leftOut;
    this.#leftOut = {};
    return Object.keys(leftOut).length > 0 ? leftOut : null;
  }
}
