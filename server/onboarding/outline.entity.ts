import { defineEntity, p } from '@mikro-orm/core';
import type { OnboardingState } from '../../shared/onboarding/contract.ts';

const OutlineSchema = defineEntity({
  name: 'OnboardingOutline',
  tableName: 'onboarding_outlines',
  properties: {
    /** That of the onboarding. */
    id: p.uuid().primary(),
    organisationId: p.uuid().unique(),
    state: p.string().$type<OnboardingState>(),
    version: p.integer().version(),
  },
});

/**
 * What those above a closed barrier see of an onboarding. A row of its own, so that neither its
 * changes nor its version tell how often anything moved inside.
 */
export class OnboardingOutline extends OutlineSchema.class {}
OutlineSchema.setClass(OnboardingOutline);
