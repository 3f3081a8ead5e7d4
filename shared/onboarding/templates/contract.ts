import { z } from 'zod';
import { Id } from '../../core/contract.ts';
import { LENGTHS } from '../../core/lengths.ts';
import { line } from '../../core/line.ts';
import { PageQuery } from '../../core/paging.ts';
import { fixedText } from '../../core/words/said.ts';
import { Side, StepState } from '../contract.ts';
import { says } from './words.ts';

/** A template has so many steps at most. */
export const MOST_STEPS = 40;

/** The kinds of organisation that are taken on: each has one template. */
export const OnboardedKind = z.enum(['distributor', 'partner', 'tenant']);
export type OnboardedKind = z.infer<typeof OnboardedKind>;

const Key = z
  .string()
  .max(60, fixedText(says.key))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, fixedText(says.key));

const days = { error: fixedText(says.stallDays) };

/** A step as a template has it. In a draft its texts may still be empty. */
export const TemplateStep = z.strictObject({
  key: Key,
  title: line({ max: LENGTHS.step }),
  why: line({ max: LENGTHS.reason }),
  side: Side,
  /** The fact that it is derived from; people complete a step without one. */
  fact: z.string().max(60).nullable(),
  /** The keys of the steps that come before it. */
  after: z.array(z.string().max(60)).max(MOST_STEPS),
  /** The page of the organisation where it is done: `billing`; or one of the person's own, `/account`. */
  page: z.string().max(60).nullable(),
});
export type TemplateStep = z.infer<typeof TemplateStep>;

/** What a version says, or will say once it is published. */
export const TemplateDraft = z.strictObject({
  /** After so many days without a change an onboarding has stalled. */
  stallDays: z.number(days).int(days).min(1, days).max(365, days),
  steps: z.array(TemplateStep).max(MOST_STEPS, fixedText(says.tooManySteps({ most: MOST_STEPS }))),
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

/** A template as it is followed: its newest version, which never changes, and perhaps a draft. */
export const TemplateFields = z.object({
  id: Id,
  /** The platform. */
  organisationId: Id,
  kind: OnboardedKind,
  published: z.object({
    version: z.number().int(),
    stallDays: z.number().int(),
    steps: z.array(TemplateStep),
    /** Neither is known of the version that came with the product. */
    at: z.iso.datetime().nullable(),
    by: z.string().nullable(),
  }),
  draft: TemplateDraft.nullable(),
  version: z.number().int(),
});
export type TemplateFields = z.infer<typeof TemplateFields>;

/** The same with how many onboardings run on which version. */
export const OnboardingTemplate = TemplateFields.extend({
  running: z.array(
    z.object({ version: z.number().int(), open: z.number().int(), done: z.number().int() }),
  ),
});
export type OnboardingTemplate = z.infer<typeof OnboardingTemplate>;

/** The template of which kind is to get a draft. */
export const NewDraft = z.strictObject({ kind: OnboardedKind });
export type NewDraft = z.infer<typeof NewDraft>;

/** What the steps of a template can be made of. */
export const TemplateChoices = z.object({
  facts: z.array(z.string()),
  pages: z.array(z.string()),
});
export type TemplateChoices = z.infer<typeof TemplateChoices>;

const MovedStep = z.object({ key: z.string(), title: z.string(), state: StepState });

/** What comes of an onboarding that is moved over to the newest version. */
export const MovePreview = z.object({
  /** That of the organisation, by which it is moved. */
  id: Id,
  displayName: z.string(),
  /** The version that it runs on. */
  from: z.number().int(),
  added: z.array(MovedStep),
  /** With the state that they are in; what became of them stays in the history. */
  dropped: z.array(MovedStep),
  /** With the state that they will be in, and the one that they are in. */
  kept: z.array(MovedStep.extend({ was: StepState })),
});
export type MovePreview = z.infer<typeof MovePreview>;

export const MovesQuery = PageQuery.pick({ limit: true, cursor: true });
export type MovesQuery = z.infer<typeof MovesQuery>;

/** To which version onboardings are moved over. */
export const MoveOver = z.strictObject({ version: z.number().int().min(1) });
export type MoveOver = z.infer<typeof MoveOver>;
