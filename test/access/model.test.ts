import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, actionNames } from '../../shared/access/actions.ts';
import { type Actor, decide } from '../../shared/access/decide.ts';
import type { Place } from '../../shared/access/place.ts';
import { type Ground, grounds } from './grounds.ts';
import { mayByTheDocuments } from './reference.ts';

const RUNS = 2_000;

/** Every action at every level of the way: where the decision and the documents disagree. */
function disagreements({ actor, place }: { actor: Actor; place: Place }): string[] {
  const found: string[] = [];
  for (let depth = 1; depth <= place.length; depth += 1) {
    const way = place.slice(0, depth) as unknown as Place;
    for (const action of actionNames) {
      const { allowed, checks } = decide(actor, action, way);
      if (allowed !== mayByTheDocuments(actor, action, way)) found.push(`${action} at ${depth}`);
      if (allowed !== checks.every(({ ok }) => ok)) found.push(`the checks of ${action}`);
    }
  }
  return found;
}

test('[A6] a decision is what the documents say, on random trees, roles, barriers and settings', () => {
  fc.assert(
    fc.property(grounds, (ground: Ground) => {
      expect(disagreements(ground)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('the grounds it is tried on allow and refuse every action', () => {
  const seen = new Map<Action, Set<boolean>>();
  for (const { actor, place } of fc.sample(grounds, { numRuns: RUNS, seed: 7 })) {
    for (const action of actionNames) {
      const answers = seen.get(action) ?? new Set();
      seen.set(action, answers.add(decide(actor, action, place).allowed));
    }
  }
  expect([...seen].filter(([, answers]) => answers.size < 2)).toEqual([]);
});
