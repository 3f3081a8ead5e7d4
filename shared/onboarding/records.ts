import type { Endpoint } from '../core/endpoint.ts';
import { record } from '../core/record.ts';
import type {
  FollowedOutline,
  OnboardingQuery,
  OnboardingStep,
  OnboardingSummary,
} from './contract.ts';
import { listOnboardings, listOutlines, listSteps } from './endpoints.ts';
import type { NoteFields } from './notes-contract.ts';

/** Where the topic is granted, the list holds no outlines; elsewhere it is not asked for. */
type ListsSummaries = Endpoint<
  'GET',
  'id',
  'page',
  typeof OnboardingSummary,
  { readonly query: typeof OnboardingQuery }
>;

/** How far an onboarding is: not for those above a closed barrier. */
export const onboardingRecord = record<OnboardingSummary>()({
  name: 'onboarding',
  topic: 'progress',
  list: listOnboardings as unknown as ListsSummaries,
  toldOf: ['onboarding.start', 'onboarding.moveOver'],
  derived: { organisation: null, parent: null },
  inLists: ['organisation', 'parent'],
});

/** What is done to a step changes more of it than its state; that alone follows from other steps. */
export const stepRecord = record<OnboardingStep>()({
  name: 'onboardingStep',
  topic: 'progress',
  toldOf: ['onboarding.edit', 'onboarding.complete', 'onboarding.reopen', 'onboarding.waive'],
  untold: ['state', 'since'],
  list: listSteps,
  nameOf: ({ position }) => String(position).padStart(4, '0'),
  readWith: [onboardingRecord.name],
});

/**
 * Whether an onboarding is done, which those above a closed barrier see as well, but neither by which
 * deed nor by whose [O9].
 */
export const outlineRecord = record<FollowedOutline>()({
  name: 'onboardingState',
  topic: 'onboarding',
  toldOf: null,
  unsigned: true,
  list: listOutlines,
});

/** Only those learn of a note among an organisation's own people who are among them [O17]. */
export const noteRecord = record<NoteFields>()({
  name: 'onboardingNote',
  topic: 'progress',
  topicOf: ({ visibility }) => (visibility === 'ours' ? 'ownNotes' : 'progress'),
  toldOf: null,
});
