import { nextSteps } from '../../../shared/accounts/next-step.ts';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import { Reading } from './reading.ts';

/** What a use case writes with. Effects outside the database wait for the commit. */
export class Transaction extends Reading {
  readonly notes: Fields = {};
  readonly effects: (() => Promise<void> | void)[] = [];
  #signature: { id: string; displayName: string } | null = null;
  #isUnproved = false;
  #place: { id: string; path: string } | null = null;

  /** Runs the effect after the commit, and only then; its failure is logged and undoes nothing. */
  afterCommit(effect: () => Promise<void> | void): void {
    this.effects.push(effect);
  }

  /** Names the actor for the log and the audit, where they are not signed in yet. */
  signAs(person: { id: string; displayName: string }): void {
    this.#signature = person;
  }

  /**
   * Names as the actor whoever has not proved who they are: by the account that they aimed at, or
   * by none (`''`). Strangers can do this at will, so its audit record has a budget.
   */
  signAsStranger(accountId: string): void {
    this.#signature = { id: accountId, displayName: '' };
    this.#isUnproved = true;
  }

  get isUnproved(): boolean {
    return this.#isUnproved;
  }

  /** Says at which organisation it happened, when no changed record does. */
  at(place: { id: string; path: string }): void {
    this.#place = { id: place.id, path: place.path };
  }

  get signature(): { id: string; displayName: string } {
    if (this.#signature) return this.#signature;
    const { accountId, displayName } = this.holderOwing(...nextSteps);
    return { id: accountId, displayName };
  }

  get place(): { id: string; path: string } | null {
    return this.#place;
  }
}
