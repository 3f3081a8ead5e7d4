import type { Answered, Outcome } from './edit-outcome.ts';

/** Who waits for what becomes of edits: whoever saved one, and whoever hears of all. */
export class EditAnswers {
  readonly #waiters = new Map<string, ((outcome: Outcome) => void)[]>();
  readonly #listeners = new Set<(answered: Answered) => void>();

  /** The outcome of an edit, as soon as it is known for now. */
  wait(id: string): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#waiters.set(id, [...(this.#waiters.get(id) ?? []), resolve]);
    });
  }

  /** A listener hears of every edit that the server answered; answers with what ends that. */
  listen(listener: (answered: Answered) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The server answered. */
  give(answered: Answered): void {
    const { edit, ...outcome } = answered;
    this.tell(edit.id, outcome);
    for (const listener of this.#listeners) listener(answered);
  }

  tell(id: string, outcome: Outcome): void {
    for (const resolve of this.#waiters.get(id) ?? []) resolve(outcome);
    this.#waiters.delete(id);
  }

  tellAll(outcome: Outcome): void {
    for (const id of this.#waiters.keys()) this.tell(id, outcome);
  }
}
