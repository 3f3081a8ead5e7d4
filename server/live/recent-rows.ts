import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Row } from '../core/db/find-rows.ts';

/** The rows to keep: minutes of a busy log, and a few megabytes. */
export const MOST_RECENT = 4_000;

/**
 * The end of the log as this node has delivered it, in memory: after a deploy everybody comes
 * back at once and asks for the same few rows.
 */
export class RecentRows {
  #rows: Row<ChangeRow>[] = [];
  #floor = 0;

  /** The log's next rows are added, and the oldest dropped. */
  push(rows: readonly Row<ChangeRow>[]): void {
    this.#rows.push(...rows);
    if (this.#rows.length < 2 * MOST_RECENT) return;
    const dropped = this.#rows.splice(0, this.#rows.length - MOST_RECENT);
    this.#floor = dropped.at(-1)?.seq ?? this.#floor;
  }

  /** The window is emptied; it holds all rows after `floor` from now on. */
  startAt(floor: number): void {
    this.#rows = [];
    this.#floor = floor;
  }

  /** The rows after `from`, up to and with `to`; `null` where older ones are asked for. */
  between(from: number, to: number): readonly Row<ChangeRow>[] | null {
    if (from < this.#floor) return null;
    const begin = this.#firstAfter(from);
    const end = this.#firstAfter(to);
    return this.#rows.slice(begin, end);
  }

  #firstAfter(seq: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle] as Row<ChangeRow>).seq > seq) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
