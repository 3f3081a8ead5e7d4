import type { OnboardingStep as StepView } from '../../shared/onboarding/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { advance } from './advance.ts';
import type { OnboardingStep } from './step.entity.ts';
import { viewStep } from './views.ts';
import { requireWhole } from './whole.ts';

/** Which step of which organisation. */
export interface StepPlace {
  id: string;
  /** Its key. */
  step: string;
}

/**
 * Somebody of either side does something to one step; what follows from it for the others, and for
 * the onboarding, is computed from the whole.
 */
export function workOnStep(
  work: Work,
  action: string,
  { id, step: key }: StepPlace,
  act: (tx: Transaction, step: OnboardingStep) => Promise<void> | void,
): Promise<StepView> {
  return work.transaction(action, async (tx) => {
    await requirePlace(tx, id, 'onboarding.edit');
    const whole = await requireWhole(tx, id);
    const step = whole.steps.find((each) => each.key === key);
    if (!step) throw new Refusal('not-found');

    const { waitsOn } = step;
    await act(tx, step);
    await advance(tx, whole, { waiting: step.waitsOn === waitsOn ? undefined : step });

    await tx.em.flush();
    return viewStep(step);
  });
}
