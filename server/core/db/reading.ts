import type { Said } from '../../../shared/core/words/said.ts';
import { says } from '../../../shared/core/words.ts';
import type { NextStep } from '../../../shared/core/next-step.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { EntityManager } from './open-database.ts';
import type { Person } from './person.ts';

/** The sentence of the refusal, for each step that a session may owe. */
const pending: Record<Exclude<NextStep, 'done'>, Said> = {
  mfa: says.showFactor,
  'change-password': says.choosePassword,
  'enrol-mfa': says.setUpFactor,
};

/** What a use case reads with: one consistent view of the database, and the caller in it. */
export class Reading {
  readonly em: EntityManager;
  readonly now: Date;
  readonly #person: Person | null;

  constructor(em: EntityManager, now: Date, person: Person | null) {
    this.em = em;
    this.now = now;
    this.#person = person;
  }

  /** The person signed in; refuses where nobody is, or where signing in is not finished. */
  get person(): Person {
    return this.holderOwing();
  }

  /**
   * The person whose session it is, also while it owes one of these steps: for the use cases of
   * the steps themselves. All others ask for `person`, and so are closed until nothing is owed.
   */
  holderOwing(...steps: readonly NextStep[]): Person {
    const person = this.#person;
    if (!person) throw new Refusal('auth.required');
    if (person.next !== 'done' && !steps.includes(person.next)) {
      throw new Refusal('auth.pending', pending[person.next], { next: person.next });
    }
    return person;
  }
}
