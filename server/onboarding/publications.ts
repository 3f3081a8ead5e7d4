import {
  FollowedOutline,
  OnboardingFields,
  OnboardingStep as StepView,
} from '../../shared/onboarding/contract.ts';
import { onboardingRecord, outlineRecord, stepRecord } from '../../shared/onboarding/records.ts';
import { publish } from '../core/changes/publication.ts';
import { Onboarding } from './onboarding.entity.ts';
import { OnboardingOutline } from './outline.entity.ts';
import { OnboardingStep } from './step.entity.ts';

/** What other deeds move is audited by those. */
const deeds = 'onboarding.';

export const onboardingPublication = publish(onboardingRecord, {
  entity: Onboarding,
  fields: OnboardingFields,
  deeds,
});

/**
 * Steps begin, move and go with their onboarding, whose record says so and with which they are read
 * anew: only what becomes of them is told.
 */
export const stepPublication = {
  ...publish(stepRecord, {
    entity: OnboardingStep,
    fields: StepView,
    deeds,
    organisationId: ({ organisationId }) => organisationId,
  }),
  logs: ['update'],
} as const satisfies ReturnType<typeof publish>;

export const outlinePublication = publish(outlineRecord, {
  entity: OnboardingOutline,
  fields: FollowedOutline,
  deeds,
});
