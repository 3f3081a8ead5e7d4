import type { Answered, Outcome } from './edit-outcome.ts';

/** The callbacks that wait for outcomes of edits: of one edit, or of all. */
export class EditAnswers {
  readonly #waiters = new Map<string, ((outcome: Outcome) => void)[]>();
  readonly #listeners = new Set<(answered: Answered) => void>();

  /** The next known outcome of an edit, perhaps that it has to wait. */
  wait(id: string): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#waiters.set(id, [...(this.#waiters.get(id) ?? []), resolve]);
    });
  }

  /** The listener gets every answered edit, until the returned function is called. */
  listen(listener: (answered: Answered) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The server's answer is passed to all callbacks. */
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
