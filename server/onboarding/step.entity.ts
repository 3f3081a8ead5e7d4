import { isDeepStrictEqual } from 'node:util';
import { defineEntity, p } from '@mikro-orm/core';
import type { Said } from '../../shared/core/words/said.ts';
import type { Evidence, Side, StepOwner, StepState } from '../../shared/onboarding/contract.ts';

const StepSchema = defineEntity({
  name: 'OnboardingStep',
  tableName: 'onboarding_steps',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    onboardingId: p.uuid(),
    key: p.string(),
    position: p.integer(),
    title: p.string(),
    why: p.text(),
    side: p.string().$type<Side>(),
    source: p.string().$type<'fact' | 'manual'>(),
    /** The key of the fact that it is derived from. */
    fact: p.string().strictNullable(),
    after: p.json().$type<string[]>(),
    href: p.string().strictNullable(),
    state: p.string().$type<StepState>(),
    /** What its fact was when it was read last. */
    holds: p.boolean(),
    isCompleted: p.boolean(),
    waived: p.text().strictNullable(),
    blocked: p.text().strictNullable(),
    waitsOn: p.string().$type<Side>().strictNullable(),
    ownerId: p.uuid().strictNullable().index(),
    owner: p.json().$type<StepOwner>().strictNullable(),
    dueOn: p.string().strictNullable(),
    since: p.datetime(3),
    evidence: p.json().$type<Evidence>().strictNullable(),
    reopened: p.integer(),
    reason: p.text().strictNullable(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['onboardingId', 'key'] }],
  indexes: [{ properties: ['organisationId', 'fact'] }],
});

/** A step of an onboarding, as its template said when it began. */
export class OnboardingStep extends StepSchema.class {
  assign(owner: StepOwner | null): void {
    this.ownerId = owner?.id ?? null;
    this.owner = owner;
  }

  /** Shows what is known of it; what is the same stays the same object, and so unchanged. */
  show(said: Said, href: string | null): void {
    const { code, params, detail } = said;
    const evidence = { code, ...(params && { params: { ...params } }), detail, href };
    if (!isDeepStrictEqual(this.evidence, evidence)) this.evidence = evidence;
  }
}
StepSchema.setClass(OnboardingStep);
