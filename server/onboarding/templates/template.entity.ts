import { defineEntity, p } from '@mikro-orm/core';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { Side } from '../../shared/onboarding/contract.ts';

/** A step as a template has it. */
export interface TemplateStep {
  key: string;
  title: string;
  why: string;
  side: Side;
  /** The fact that it is derived from; people tick a step without one. */
  fact?: string;
  /** The keys of the steps that come before it. */
  after?: readonly string[];
  /** The page of the organisation where it is done: `billing`; or one of the person, `/account`. */
  page?: string;
}

const TemplateSchema = defineEntity({
  name: 'OnboardingTemplate',
  tableName: 'onboarding_templates',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<OrganisationKind>(),
    templateVersion: p.integer(),
    stallDays: p.integer(),
    steps: p.json().$type<TemplateStep[]>(),
  },
  uniques: [{ properties: ['kind', 'templateVersion'] }],
});

/** A published version of how organisations of a kind are taken on; it never changes [O4]. */
export class OnboardingTemplate extends TemplateSchema.class {}
TemplateSchema.setClass(OnboardingTemplate);
