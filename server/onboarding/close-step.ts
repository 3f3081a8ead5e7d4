import { says } from '../../shared/onboarding/words.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { OnboardingStep as StepView, WaiveStep } from '../../shared/onboarding/contract.ts';
import { isClosed } from '../../shared/onboarding/states.ts';
import type { Work } from '../core/db/work.ts';
import type { Fact } from '../core/facts.ts';
import { readFacts } from './read-facts.ts';
import type { OnboardingStep } from './step.entity.ts';
import { type StepPlace, workOnStep } from './work-on-step.ts';

/** Somebody completes a step that no fact tells of; one that a fact tells of is never ticked [O1]. */
export function completeStep(work: Work, place: StepPlace): Promise<StepView> {
  return workOnStep(work, 'onboarding.complete', place, (tx, step) => {
    refuseDerived(step);
    refuseClosed(step);
    step.isCompleted = true;
    step.show(says.completedBy({ name: tx.signature.displayName }), null);
  });
}

/** Somebody does without a step, and says why. It stays so, whatever its fact does [O5]. */
export function waiveStep(work: Work, place: StepPlace, { reason }: WaiveStep): Promise<StepView> {
  return workOnStep(work, 'onboarding.waive', place, (tx, step) => {
    refuseClosed(step);
    step.waived = reason;
    step.show(says.waivedBy({ name: tx.signature.displayName }), null);
  });
}

/** Somebody takes back that a step was completed or waived; what its fact shows is told again. */
export function reopenStep(
  work: Work,
  place: StepPlace,
  facts: readonly Fact[],
): Promise<StepView> {
  return workOnStep(work, 'onboarding.reopen', place, async (tx, step) => {
    if (step.waived === null) refuseDerived(step);
    if (!isClosed(step)) throw new Refusal('onboarding.state', says.isOpen);
    step.waived = null;
    step.isCompleted = false;
    if (step.source === 'manual') step.evidence = null;
    else await readFacts(tx, [step], facts);
    if (!isClosed(step)) step.blocked = null;
  });
}

function refuseDerived({ source }: OnboardingStep): void {
  if (source === 'fact') throw new Refusal('onboarding.derived', says.notByHand);
}

/** Who closed a step first stays on record. */
function refuseClosed(step: OnboardingStep): void {
  if (!isClosed(step)) return;
  const why = step.waived === null ? says.alreadyDone : says.alreadyWaived;
  throw new Refusal('onboarding.state', why);
}
