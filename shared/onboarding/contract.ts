import { z } from 'zod';
import { Id, Message, Time } from '../core/contract.ts';
import { LENGTHS } from '../core/lengths.ts';
import { Within } from '../core/list-query.ts';
import { PageQuery } from '../core/paging.ts';
import { fixedText } from '../core/words/said.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { says } from './words.ts';

export const OnboardingState = z.enum(['in-progress', 'done']);
export type OnboardingState = z.infer<typeof OnboardingState>;

/** `later` is a step whose predecessors are open [O6]. */
export const StepState = z.enum([
  'later',
  'not-started',
  'in-progress',
  'waiting',
  'blocked',
  'done',
  'waived',
  'failed',
]);
export type StepState = z.infer<typeof StepState>;

/** Who owes a step, as the organisation sees it: itself, its parent, the platform, somebody outside. */
export const Side = z.enum(['platform', 'parent', 'own', 'outside']);
export type Side = z.infer<typeof Side>;

/** The person who takes care of a step. */
export const StepOwner = z.object({ id: Id, displayName: z.string() });
export type StepOwner = z.infer<typeof StepOwner>;

/** What made a step done, or what it lacks, with the page where that is seen. */
export const Evidence = Message.extend({ href: z.string().nullable() });
export type Evidence = z.infer<typeof Evidence>;

/** A day of the calendar that something can be due on: `2026-03-01`. */
const Day = z.iso
  .date(fixedText(says.day))
  .refine((day) => day >= '2000-01-01' && day <= '2200-12-31', fixedText(says.dayFarAway));

/** All that shows of an onboarding behind a closed barrier [O9]. */
export const OnboardingOutline = z.object({
  id: Id,
  organisationId: Id,
  state: OnboardingState,
});
export type OnboardingOutline = z.infer<typeof OnboardingOutline>;

/** The outline as a record that is followed. */
export const FollowedOutline = OnboardingOutline.extend({ version: z.number().int() });
export type FollowedOutline = z.infer<typeof FollowedOutline>;

/** An onboarding in short: how far it is, and whom it waits on. */
export const OnboardingFields = OnboardingOutline.extend({
  /** It keeps the version of the template that it began with. */
  template: z.object({ id: Id, version: z.number().int() }),
  done: z.number().int(),
  total: z.number().int(),
  /** The key of the first step that can be done now; `null` where all are done. */
  currentStep: z.string().nullable(),
  /** How its template calls that step. */
  currentTitle: z.string().nullable(),
  /** Who owes that step, or whom it waits on. */
  waitsOn: Side.nullable(),
  /** By when that step is due. */
  dueOn: z.string().nullable(),
  /** Since when nothing has changed for longer than the template lets it. */
  stalledSince: z.iso.datetime().nullable(),
  owner: StepOwner.nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** When the state of a step changed last. */
  changedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type OnboardingFields = z.infer<typeof OnboardingFields>;

/** The same as lists show it, with the names of where it is. */
export const OnboardingSummary = OnboardingFields.extend({
  organisation: OrganisationReference.nullable(),
  /** Who stands above the organisation, folders aside, where the reader reaches them. */
  parent: OrganisationReference.nullable(),
});
export type OnboardingSummary = z.infer<typeof OnboardingSummary>;

/** A row of the list of onboardings: behind a closed barrier it is an outline. */
export const ListedOnboarding = z.union([OnboardingSummary, OnboardingOutline]);
export type ListedOnboarding = z.infer<typeof ListedOnboarding>;

/** One step of an onboarding. */
export const OnboardingStep = z.object({
  id: Id,
  organisationId: Id,
  onboardingId: Id,
  key: z.string(),
  /** Its place in the order of the template. */
  position: z.number().int(),
  title: z.string(),
  why: z.string(),
  side: Side,
  /** A `fact` is derived from what is so, and never ticked [O1]; `manual` is ticked by people. */
  source: z.enum(['fact', 'manual']),
  state: StepState,
  /** The keys of the steps that come before it. */
  after: z.array(z.string()),
  owner: StepOwner.nullable(),
  dueOn: z.string().nullable(),
  waitsOn: Side.nullable(),
  /** Why it is blocked, in the words of who said so. */
  blocked: z.string().nullable(),
  /** Since when it is in its state. */
  since: z.iso.datetime(),
  evidence: Evidence.nullable(),
  /** How often it was done and then was not any more. */
  reopened: z.number().int(),
  /** Why it is waived or blocked. */
  reason: z.string().nullable(),
  /** The page where it is done. */
  href: z.string().nullable(),
  version: z.number().int(),
});
export type OnboardingStep = z.infer<typeof OnboardingStep>;

/** A whole onboarding with its steps. */
export const Onboarding = OnboardingSummary.extend({ steps: z.array(OnboardingStep) });
export type Onboarding = z.infer<typeof Onboarding>;

/** What reading an onboarding answers: the whole, or behind a closed barrier its outline. */
export const FoundOnboarding = z.union([Onboarding, OnboardingOutline]);
export type FoundOnboarding = z.infer<typeof FoundOnboarding>;

const Reason = z
  .string()
  .trim()
  .min(1, fixedText(says.giveReason))
  .max(LENGTHS.reason, fixedText(says.reasonTooLong));

/** What people set of a step; its state follows. */
export const EditStep = z.strictObject({
  ownerId: Id.nullable().optional(),
  dueOn: Day.nullable().optional(),
  waitsOn: Side.nullable().optional(),
  blocked: Reason.nullable().optional(),
});
export type EditStep = z.infer<typeof EditStep>;

export const WaiveStep = z.strictObject({ reason: Reason });
export type WaiveStep = z.infer<typeof WaiveStep>;

/** The query of a list of onboardings. */
export const OnboardingQuery = PageQuery.omit({ q: true }).extend({
  within: Within,
  state: OnboardingState.optional(),
  count: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .describe('Whether to count how many rows there are in all, up to 10,000.'),
});
export type OnboardingQuery = z.infer<typeof OnboardingQuery>;

/** A stretch of time that a step spent in one state. */
export const StepSpan = z.object({
  id: Id,
  key: z.string(),
  title: z.string(),
  state: StepState,
  waitsOn: Side.nullable(),
  from: z.iso.datetime(),
  /** `null` for the state that lasts. */
  to: z.iso.datetime().nullable(),
  /** Whose deed brought it about. */
  by: z.string(),
  /** Why it was blocked or waived, in the words of who did so. */
  reason: z.string().nullable(),
});
export type StepSpan = z.infer<typeof StepSpan>;

/** The query of the funnel: those that began from one time up to another. */
export const FunnelQuery = z.strictObject({ from: Time.optional(), to: Time.optional() });
export type FunnelQuery = z.infer<typeof FunnelQuery>;

/** How far onboardings came with one step. */
export const FunnelStep = z.object({
  key: z.string(),
  title: z.string(),
  /** How many could do it; they add up from what follows. */
  reached: z.number().int(),
  done: z.number().int(),
  waived: z.number().int(),
  open: z.number().int(),
  /** Those whose organisation is suspended. */
  abandoned: z.number().int(),
  /** Calendar days from when it could be done to when it was; `null` where there are too few. */
  median: z.union([z.object({ days: z.number() }), z.object({ moreThan: z.number() })]).nullable(),
});
export type FunnelStep = z.infer<typeof FunnelStep>;
