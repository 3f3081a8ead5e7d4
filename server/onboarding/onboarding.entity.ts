import { defineEntity, p } from '@mikro-orm/core';
import { DAY } from '../core/clock.ts';
import type { OnboardingState, Side, StepOwner } from '../../shared/onboarding/contract.ts';

const OnboardingSchema = defineEntity({
  name: 'Onboarding',
  tableName: 'onboardings',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid().unique(),
    templateId: p.uuid(),
    templateVersion: p.integer(),
    state: p.string().$type<OnboardingState>(),
    done: p.integer(),
    total: p.integer(),
    currentStep: p.string().strictNullable(),
    currentTitle: p.string().strictNullable(),
    waitsOn: p.string().$type<Side>().strictNullable(),
    dueOn: p.string().strictNullable(),
    /** After so many days without a change it has stalled; the day comes at `stallsAt`. */
    stallDays: p.integer(),
    stallsAt: p.datetime(3),
    stalledSince: p.datetime(3).strictNullable(),
    owner: p.json().$type<StepOwner>().strictNullable(),
    startedAt: p.datetime(3),
    finishedAt: p.datetime(3).strictNullable(),
    changedAt: p.datetime(3),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['state', 'id'] },
    { properties: ['state', 'stallsAt'] },
    { properties: ['templateId', 'templateVersion'] },
  ],
});

/** How an organisation is taken on: one for each, from its beginning or by hand. */
export class Onboarding extends OnboardingSchema.class {
  /** Something of substance changed: it moves. */
  move(now: Date): void {
    this.changedAt = now;
    this.stallsAt = stallsAfter(now, this.stallDays);
    this.stalledSince = null;
  }
}
OnboardingSchema.setClass(Onboarding);

/** When an onboarding has stalled in which nothing changes from now on. */
export function stallsAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY);
}
