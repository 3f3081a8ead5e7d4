import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Whole } from './advance.ts';
import { Onboarding } from './onboarding.entity.ts';
import { OnboardingStep } from './step.entity.ts';

/** The onboarding of an organisation with its steps; `null` where it never began. */
export async function findWhole({ em }: Reading, organisationId: string): Promise<Whole | null> {
  const onboarding = isId(organisationId) ? await em.findOne(Onboarding, { organisationId }) : null;
  return onboarding && { onboarding, steps: await stepsOf({ em }, onboarding.id) };
}

/** The same where there has to be one. */
export async function requireWhole(reading: Reading, organisationId: string): Promise<Whole> {
  const whole = await findWhole(reading, organisationId);
  if (!whole) throw new Refusal('not-found');
  return whole;
}

/** An onboarding that is known to be there. */
export async function wholeOf(reading: Pick<Reading, 'em'>, id: string): Promise<Whole> {
  const onboarding = await reading.em.findOneOrFail(Onboarding, { id });
  return { onboarding, steps: await stepsOf(reading, id) };
}

function stepsOf({ em }: Pick<Reading, 'em'>, onboardingId: string): Promise<OnboardingStep[]> {
  return em.find(OnboardingStep, { onboardingId }, { orderBy: { position: 'asc' } });
}
