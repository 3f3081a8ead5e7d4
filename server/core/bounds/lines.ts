import { tooMany } from './too-many.ts';

/**
 * The queue has what is asked for under one key wait for its turn, one at a time, in a line of
 * bounded length.
 */
export class Lines {
  readonly #longest: number;
  readonly #lines = new Map<string, { length: number; last: Promise<void> }>();

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** How many keys have somebody in line. */
  get size(): number {
    return this.#lines.size;
  }

  async inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { length: 0, last: Promise.resolve() };
    if (line.length >= this.#longest) throw tooMany(1);
    this.#lines.set(key, line);
    line.length += 1;
    const turn = line.last.then(run);
    line.last = turn.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await turn;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.#lines.delete(key);
    }
  }
}
