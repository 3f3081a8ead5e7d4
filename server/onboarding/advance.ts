import { isClosed, progressOf, statesOf } from '../../shared/onboarding/states.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import type { Onboarding } from './onboarding.entity.ts';
import { OnboardingOutline } from './outline.entity.ts';
import { OnboardingSpan } from './span.entity.ts';
import type { OnboardingStep } from './step.entity.ts';

/** An onboarding with all its steps, in their order. */
export interface Whole {
  onboarding: Onboarding;
  steps: readonly OnboardingStep[];
}

/** What is known besides of how the steps came to be as they are. */
interface Known {
  /** Since when facts hold, by the key of their step. */
  since?: ReadonlyMap<string, Date>;
  /** The step that waits on somebody else than before. */
  waiting?: OnboardingStep | undefined;
  /** Whether it moved for another reason. */
  isMoved?: boolean;
}

/**
 * The states of all steps follow from what is known of them, and the onboarding follows from those.
 * Whatever changed, it is computed from the whole, so the order of changes does not matter [O3].
 * Each change of state ends a span and begins one [O8].
 */
export async function advance(
  tx: Transaction,
  { onboarding, steps }: Whole,
  { since, waiting, isMoved = false }: Known = {},
): Promise<void> {
  const states = statesOf(steps);
  let hasMoved = isMoved;
  for (const step of steps) {
    const state = states.get(step.key) ?? step.state;
    step.reason = step.waived ?? step.blocked;
    if (state === step.state && !(state === 'waiting' && step === waiting)) continue;
    if (isDone(step.state) && !isClosed(step)) step.reopened += 1;
    step.state = state;
    step.since = (state === 'done' && since?.get(step.key)) || tx.now;
    hasMoved = true;
    await beginSpan(tx, step);
  }
  Object.assign(onboarding, progressOf(steps));
  if (!hasMoved) return;
  onboarding.move(tx.now);
  const isDoneNow = onboarding.state === 'done';
  if (isDoneNow !== (onboarding.finishedAt !== null)) {
    onboarding.finishedAt = isDoneNow ? tx.now : null;
  }
  const outline = await tx.em.findOneOrFail(OnboardingOutline, { id: onboarding.id });
  outline.state = onboarding.state;
}

function isDone(state: OnboardingStep['state']): boolean {
  return state === 'done' || state === 'waived';
}

async function beginSpan(tx: Transaction, step: OnboardingStep): Promise<void> {
  const { onboardingId, key: stepKey } = step;
  const last = await tx.em.findOne(OnboardingSpan, { onboardingId, stepKey, endedAt: null });
  if (last) last.endedAt = tx.now;
  createSpan(tx, step);
}

/** The span of the state that a step is in from now on. */
export function createSpan(tx: Transaction, step: OnboardingStep): void {
  const { organisationId, onboardingId, key: stepKey, state, waitsOn } = step;
  tx.em.create(OnboardingSpan, {
    ...{ id: newId(), organisationId, onboardingId, stepKey, state, waitsOn },
    reason: state === 'blocked' || state === 'waived' ? step.reason : null,
    ...{ startedAt: tx.now, endedAt: null, byName: tx.signature.displayName },
  });
}
