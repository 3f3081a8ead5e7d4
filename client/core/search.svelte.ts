/**
 * A search as one types: what it found, and for which text. Answers overtake each other, and the
 * next text is there before its answer; only what belongs to the text that stands there now may be
 * chosen by it.
 */
export class Search<T> {
  readonly #read: (text: string) => Promise<readonly T[]>;
  #items = $state.raw<readonly T[]>([]);
  #answered = $state<string>();
  #hasFailed = $state(false);
  #run = 0;

  constructor(read: (text: string) => Promise<readonly T[]>) {
    this.#read = read;
  }

  /** What was found for the text that was answered last. */
  get items(): readonly T[] {
    return this.#items;
  }

  /** The text that `items` answer. */
  get answered(): string | undefined {
    return this.#answered;
  }

  /** The text that stands there was sought in vain: that nothing was found means nothing. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /**
   * The search finds nothing, and says why, where the search fails; an answer that comes late is
   * dropped.
   */
  async seek(text: string): Promise<void> {
    const run = (this.#run += 1);
    try {
      const items = await this.#read(text);
      if (run === this.#run) this.#take(text, items);
    } catch (error) {
      if (run !== this.#run) return;
      this.#take(text, []);
      this.#hasFailed = true;
      throw error;
    }
  }

  /** Nothing is sought any more. */
  clear(): void {
    this.#run += 1;
    this.#items = [];
    this.#hasFailed = false;
    this.#answered = undefined;
  }

  #take(text: string, items: readonly T[]): void {
    this.#items = items;
    this.#hasFailed = false;
    this.#answered = text;
  }
}
