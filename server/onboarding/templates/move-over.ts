import { says } from '../../../shared/onboarding/templates/words.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { statesOf } from '../../../shared/onboarding/states.ts';
import { MoveOver } from '../../../shared/onboarding/templates/contract.ts';
import type { BulkAction } from '../../core/bulk.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { Work } from '../../core/db/work.ts';
import type { Fact } from '../../core/facts.ts';
import { organisationAction } from '../../organisations/lists/bulk.ts';
import { requirePlace } from '../../organisations/require-organisation.ts';
import { advance, createSpan } from '../advance.ts';
import { readFacts } from '../read-facts.ts';
import { OnboardingSpan } from '../span.entity.ts';
import { createStep, saidOf } from '../start.ts';
import type { OnboardingStep } from '../step.entity.ts';
import { requireWhole } from '../whole.ts';
import { type PlannedStep, planMove } from './plan-move.ts';
import { OnboardingTemplateVersion } from './template.entity.ts';

/** Onboardings that run go on by a newer version of their template, each in a transaction of its own. */
export function moveOverAction(facts: readonly Fact[]): BulkAction {
  return organisationAction<MoveOver>(
    'move-over',
    'onboarding.moveOver',
    MoveOver,
    (work, id, to) => moveOver(work, id, to, facts),
  );
}

/**
 * An onboarding goes on by another version of its template. Nothing that was done is lost [O16]:
 * steps that are in both keep all that is known of them, and the spans of those that are dropped
 * stay in its history.
 */
export function moveOver(
  work: Work,
  organisationId: string,
  { version }: MoveOver,
  facts: readonly Fact[],
): Promise<void> {
  return work.transaction('onboarding.moveOver', async (tx) => {
    await requirePlace(tx, organisationId, 'onboarding.moveOver');
    const { onboarding, steps } = await requireWhole(tx, organisationId);
    const { templateId } = onboarding;
    const target = await tx.em.findOne(OnboardingTemplateVersion, { templateId, number: version });
    if (!target) throw new Refusal('onboarding.state', says.noSuchVersion);
    if (onboarding.state === 'done') throw new Refusal('onboarding.state', says.isDone);
    if (onboarding.templateVersion >= version) throw new Refusal('onboarding.state', says.isNewer);

    const plan = await planMove(tx, { organisationId, steps }, target.steps, facts);
    for (const step of plan.dropped) await drop(tx, step);
    const whole = plan.steps.map((planned, position) =>
      renew(tx, planned, { organisationId, onboardingId: onboarding.id, position }),
    );
    const { since } = await readFacts(tx, whole, facts);
    const states = statesOf(whole);
    for (const step of whole.filter((each) => !steps.includes(each))) {
      step.state = states.get(step.key) ?? step.state;
      step.since = (step.holds && since.get(step.key)) || tx.now;
      createSpan(tx, step);
    }
    onboarding.templateVersion = version;
    onboarding.stallDays = target.stallDays;
    await advance(tx, { onboarding, steps: whole }, { since, isMoved: true });
  });
}

/** Its last span ends, so that the history tells how it was. */
async function drop({ em, now }: Transaction, step: OnboardingStep): Promise<void> {
  const { onboardingId, key: stepKey } = step;
  const last = await em.findOne(OnboardingSpan, { onboardingId, stepKey, endedAt: null });
  if (last) last.endedAt = now;
  em.remove(step);
}

interface Place {
  organisationId: string;
  onboardingId: string;
  position: number;
}

function renew(
  tx: Transaction,
  { template, before, after }: PlannedStep,
  { position, ...place }: Place,
): OnboardingStep {
  if (!before) return createStep(tx, place, template, position);
  const { holds, isCompleted } = after;
  return Object.assign(before, saidOf(template, place.organisationId), {
    ...{ position, holds, isCompleted },
  });
}
