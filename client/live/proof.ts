import { changeHash } from '../../shared/live/digest.ts';
import type { Change, Digested } from '../../shared/live/contract.ts';

/**
 * What one subscription was delivered since it was last proved complete. A filtered stream has
 * holes by nature, so counting numbers proves nothing: client and server compare how many changes
 * each of them knows of and an XOR over what identifies them.
 */
export class Proof {
  /** Up to here nothing is missing. */
  from: number;
  readonly #hashes = new Map<string, { seq: number; hash: number }>();

  constructor(from: number) {
    this.from = from;
  }

  /** The proof takes account of a delivered change; the same one twice counts once. */
  note(change: Change): void {
    if (change.seq <= this.from) return;
    const key = `${change.seq}:${change.id}`;
    this.#hashes.set(key, { seq: change.seq, hash: changeHash(change) });
  }

  /** Whether the server knows of just the same changes up to `to`. */
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
