import { says } from '../../shared/onboarding/words.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { OnboardingStep as StepView, WaiveStep } from '../../shared/onboarding/contract.ts';
import { isClosed } from '../../shared/onboarding/states.ts';
import type { Work } from '../core/db/work.ts';
import type { OnboardingStep } from './step.entity.ts';
import { type StepPlace, workOnStep } from './work-on-step.ts';

/** Somebody completes a step that no fact tells of; one that a fact tells of is never ticked [O1]. */
export function completeStep(work: Work, place: StepPlace): Promise<StepView> {
  return workOnStep(work, 'onboarding.complete', place, (tx, step) => {
    refuseDerived(step);
    step.isCompleted = true;
    step.show(says.completedBy({ name: tx.signature.displayName }), null);
  });
}

/** Somebody does without a step, and says why. It stays so, whatever its fact does [O5]. */
export function waiveStep(work: Work, place: StepPlace, { reason }: WaiveStep): Promise<StepView> {
  return workOnStep(work, 'onboarding.waive', place, (tx, step) => {
    step.waived = reason;
    if (!step.holds) step.show(says.waivedBy({ name: tx.signature.displayName }), null);
  });
}

/** Somebody takes back that a step was completed or waived. */
export function reopenStep(work: Work, place: StepPlace): Promise<StepView> {
  return workOnStep(work, 'onboarding.reopen', place, (_, step) => {
    if (step.waived === null) refuseDerived(step);
    step.waived = null;
    step.isCompleted = false;
    if (step.source === 'manual') step.evidence = null;
    if (!isClosed(step)) step.blocked = null;
  });
}

function refuseDerived({ source }: OnboardingStep): void {
  if (source === 'fact') throw new Refusal('onboarding.derived', says.notByHand);
}
