import { Refusal } from '../../../shared/core/refusals.ts';
import type { Bounds } from '../bounds/bounds.ts';
import { deniedAction } from '../changes/denied-attempts.ts';
import type { Person } from './person.ts';
import type { Transaction } from './transaction.ts';
import type { Caller } from './work.ts';

/** The audit record that a refused attempt is due. */
interface DeniedAttempt {
  action: string;
  /** Fills in the transaction that writes the record. */
  record: (tx: Transaction) => Promise<void>;
}

/** Who attempted it, and in what manner of request. */
interface Attempter {
  person: Person | null;
  intent: Caller['intent'];
}

/**
 * The audit record that an error is due: it refuses somebody known what they meant to do and have
 * no right to. `null` where it is none of that, or where the caller has used up the budget.
 */
export function deniedAttempt(
  error: unknown,
  { person, intent = 'deed' }: Attempter,
  bounds: Bounds,
): DeniedAttempt | null {
  const { attempt, checks = [] } = error instanceof Refusal ? error.facts : {};
  if (!attempt || !person || intent !== 'deed') return null;
  const { action, place } = attempt;
  const { accountId, displayName } = person;
  if (bounds.take('same-denial', `${accountId} ${action} ${place.id}`) > 0) return null;
  if (bounds.take('denied-records', accountId) > 0) return null;
  return {
    action: deniedAction(action),
    record: (tx) => {
      tx.signAs({ id: accountId, displayName });
      tx.at(place);
      tx.notes['checks'] = checks.filter(({ ok }) => !ok);
      return Promise.resolve();
    },
  };
}
