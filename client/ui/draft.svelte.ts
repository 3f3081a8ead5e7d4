/** What a draft has to know of the field around it. */
interface Surroundings {
  saved: () => string;
  /** A save is under way or has failed, or somebody's other value stands against it. */
  held: () => boolean;
  /** What was sent and could not be saved, where it is kept outside of this draft. */
  kept: () => string | undefined;
}

/**
 * What a person types into a field, from the first letter until it is saved.
 *
 * It lives here and not in the record, so that a change by somebody else never wipes it; and it
 * gives way to the record as soon as it is saved, so that nobody looks at an old draft.
 */
export class Draft {
  readonly #around: Surroundings;
  #typed = $state<string>();
  #sent = $state<string>();
  #base = $state('');
  /** What was on record before the last text was sent: it may fall back to that. */
  #former = $state<string>();
  #focused = $state(false);
  #pending = $state(false);

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** What the field shows. */
  get text(): string {
    const mine = this.#pending || this.#around.held() || (this.#focused && this.unsent);
    return (mine ? this.#mine : undefined) ?? this.#around.saved();
  }

  get unsent(): boolean {
    return this.#typed !== undefined && this.#typed !== this.#sent;
  }

  get pending(): boolean {
    return this.#pending;
  }

  /** Somebody saved another value while this one was being typed. */
  get overtaken(): boolean {
    const saved = this.#around.saved();
    const known = [this.#base, this.#former, this.#typed];
    return this.unsent && !known.includes(saved);
  }

  focus(): void {
    this.#focused = true;
    if (!this.#around.held() && !this.#pending) this.drop();
  }

  blur(): void {
    this.#focused = false;
  }

  type(text: string): void {
    if (this.#typed === undefined) this.#base = this.#around.saved();
    this.#typed = text;
    this.#sent = undefined;
  }

  drop(): void {
    this.#typed = undefined;
    this.#sent = undefined;
    this.#former = undefined;
  }

  /** The draft hands the text over to be saved, unless there is nothing to save. */
  async send(save: (text: string) => unknown): Promise<void> {
    const text = this.#typed;
    if (text === undefined || !this.unsent) return;
    if (text === this.#around.saved()) {
      this.drop();
      return;
    }
    this.#former = this.#base;
    this.#sent = text;
    this.#pending = true;
    try {
      await save(text);
    } finally {
      this.#pending = false;
      // What is typed from here on stands on what this save left, not on what was before it.
      this.#base = this.#around.saved();
    }
  }

  /** The same once more: after a failure, or against somebody else's value. */
  resend(save: (text: string) => unknown): Promise<void> {
    this.#typed = this.#mine;
    this.#sent = undefined;
    this.#base = this.#around.saved();
    return this.send(save);
  }

  get #mine(): string | undefined {
    return this.unsent ? this.#typed : (this.#around.kept() ?? this.#typed);
  }
}
