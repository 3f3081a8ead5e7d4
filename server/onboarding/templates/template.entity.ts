import { defineEntity, p } from '@mikro-orm/core';
import type {
  OnboardedKind,
  TemplateDraft,
  TemplateStep,
} from '../../../shared/onboarding/templates/contract.ts';

const TemplateSchema = defineEntity({
  name: 'OnboardingTemplate',
  tableName: 'onboarding_templates',
  properties: {
    id: p.uuid().primary(),
    /** The platform; `null` before it is founded. */
    organisationId: p.uuid().strictNullable(),
    kind: p.string().$type<OnboardedKind>().unique(),
    publishedVersion: p.integer(),
    publishedStallDays: p.integer(),
    publishedSteps: p.json().$type<TemplateStep[]>(),
    publishedAt: p.datetime(3).strictNullable(),
    publishedBy: p.string().strictNullable(),
    draft: p.json().$type<TemplateDraft>().strictNullable(),
    version: p.integer().version(),
  },
});

/** How organisations of a kind are taken on: its newest version, and what is to become the next. */
export class OnboardingTemplate extends TemplateSchema.class {}
TemplateSchema.setClass(OnboardingTemplate);

const VersionSchema = defineEntity({
  name: 'OnboardingTemplateVersion',
  tableName: 'onboarding_template_versions',
  properties: {
    id: p.uuid().primary(),
    templateId: p.uuid(),
    /** The number of the version. */
    number: p.integer(),
    stallDays: p.integer(),
    steps: p.json().$type<TemplateStep[]>(),
    publishedAt: p.datetime(3).strictNullable(),
    publishedBy: p.string().strictNullable(),
  },
  uniques: [{ properties: ['templateId', 'number'] }],
});

/** A version as it was published; it never changes [O4]. */
export class OnboardingTemplateVersion extends VersionSchema.class {}
VersionSchema.setClass(OnboardingTemplateVersion);
