import { changeHash } from '../../shared/live/digest.ts';
import type { Change, Digested } from '../../shared/live/contract.ts';

/**
 * The changes delivered to one subscription since it was last proved complete. A filtered stream
 * has gaps by nature, so sequence numbers prove nothing: client and server compare the number of
 * changes and an XOR of their hashes.
 */
export class Proof {
  /** The log's number up to which the subscription is complete. */
  from: number;
  readonly #hashes = new Map<string, { seq: number; hash: number }>();

  constructor(from: number) {
    this.from = from;
  }

  /** A delivered change is counted, and only once. */
  note(change: Change): void {
    if (change.seq <= this.from) return;
    const key = `${change.seq}:${change.id}`;
    this.#hashes.set(key, { seq: change.seq, hash: changeHash(change) });
  }

  /** Whether the server counts exactly the same changes up to `to`. */
  holds(to: number, { count, xor }: Digested): boolean {
    const counted = [...this.#hashes.values()].filter(({ seq }) => seq <= to);
    const sum = counted.reduce((all, { hash }) => (all ^ hash) >>> 0, 0);
    return counted.length === count && sum === Number.parseInt(xor, 16);
  }

  /** The proof begins anew after `from`. */
  settle(from: number): void {
    this.from = from;
    for (const [key, { seq }] of this.#hashes) if (seq <= from) this.#hashes.delete(key);
  }
}
