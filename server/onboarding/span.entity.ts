import { defineEntity, p } from '@mikro-orm/core';
import type { Side, StepState } from '../../shared/onboarding/contract.ts';

const SpanSchema = defineEntity({
  name: 'OnboardingSpan',
  tableName: 'onboarding_spans',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid().index(),
    onboardingId: p.uuid(),
    stepKey: p.string(),
    state: p.string().$type<StepState>(),
    waitsOn: p.string().$type<Side>().strictNullable(),
    /** Why it is blocked or waived. */
    reason: p.text().strictNullable(),
    startedAt: p.datetime(3),
    endedAt: p.datetime(3).strictNullable(),
    /** Whose deed it was, by the name of that day. */
    byName: p.string(),
  },
  indexes: [{ properties: ['onboardingId', 'stepKey'] }],
});

/** The time that a step spent in one state [O8]; ages and figures are computed from these. */
export class OnboardingSpan extends SpanSchema.class {}
SpanSchema.setClass(OnboardingSpan);
