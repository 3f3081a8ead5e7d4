import { says } from '../../shared/onboarding/words.ts';
import { refuseField } from '../../shared/core/refusals.ts';
import type {
  EditStep,
  OnboardingStep as StepView,
  StepOwner,
} from '../../shared/onboarding/contract.ts';
import { type ExpectedVersion, mergeEdit } from '../core/changes/merge-edit.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { isAccountInSight } from './account-in-sight.ts';
import { mayOwn } from './may-own.ts';
import { stepPublication } from './publications.ts';
import type { OnboardingStep } from './step.entity.ts';
import { type StepPlace, workOnStep } from './work-on-step.ts';

/**
 * Somebody says who takes care of a step, by when, whom it waits on or what blocks it. The state
 * follows; it is never set.
 */
export function editStep(
  work: Work,
  place: StepPlace,
  { ownerId, ...edit }: EditStep,
  expected: ExpectedVersion,
): Promise<StepView> {
  return workOnStep(work, 'onboarding.edit', place, async (tx, step) => {
    const patch = {
      ...edit,
      ...(ownerId !== undefined && { owner: await requireOwner(tx, ownerId, step) }),
    };
    const columns = await mergeEdit(tx, stepPublication, step, patch, expected);
    const { owner, ...others } = columns as { owner?: StepOwner | null };
    Object.assign(step, others);
    if (owner !== undefined) step.assign(owner);
  });
}

/** The answer is the same for somebody out of sight as for nobody: an id tells no name. */
async function requireOwner(
  tx: Transaction,
  ownerId: string | null,
  { organisationId, ownerId: present }: OnboardingStep,
): Promise<StepOwner | null> {
  if (ownerId === null) return null;
  const isKnown = ownerId === present || (await isAccountInSight(tx, ownerId));
  const owner = isKnown ? await mayOwn(tx, ownerId, organisationId) : null;
  if (!owner) throw refuseField('ownerId', says.ownerOutside);
  return owner;
}
