import {
  EditStep,
  FollowedOutline,
  FoundOnboarding,
  FunnelQuery,
  FunnelStep,
  ListedOnboarding,
  Onboarding,
  OnboardingQuery,
  OnboardingStep,
  StepSpan,
  WaiveStep,
} from '../../shared/onboarding/contract.ts';
import { Note, WriteNote } from '../../shared/onboarding/notes-contract.ts';
import * as endpoints from '../../shared/onboarding/endpoints.ts';
import type { Fact } from '../core/facts.ts';
import { serve } from '../core/http/serve.ts';
import { completeStep, reopenStep, waiveStep } from './close-step.ts';
import { editStep } from './edit-step.ts';
import { findFunnel } from './find-funnel.ts';
import { findOnboarding, listOutlines, listSpans, listSteps } from './find-onboarding.ts';
import { listOnboardings } from './list-onboardings.ts';
import { listNotes } from './notes/list-notes.ts';
import { removeNote } from './notes/remove-note.ts';
import { writeNote } from './notes/write-note.ts';
import { startOnboarding } from './start-onboarding.ts';

/** How organisations are taken on. */
export function onboardingRoutes(facts: readonly Fact[]) {
  return serve('onboarding', endpoints, (on) => {
    on(
      endpoints.findOnboarding,
      {
        summary: 'Read the onboarding; behind a closed barrier only whether it is done',
        answer: FoundOnboarding,
      },
      ({ work, id }) => findOnboarding(work, id),
    );
    on(
      endpoints.startOnboarding,
      {
        summary:
          'Start the onboarding of a distributor, partner or tenant that has none; those created from now on have one from the start',
        answer: Onboarding,
        collection: 'onboardings',
      },
      ({ work, id }) => startOnboarding(work, id, facts),
    );
    on(
      endpoints.listOnboardings,
      {
        summary: 'List the onboardings here or everywhere below; outlines behind closed barriers',
        query: OnboardingQuery,
        answer: ListedOnboarding,
      },
      ({ work, id, query }) => listOnboardings(work, id, query),
    );
    on(
      endpoints.listOutlines,
      { summary: 'Read whether the onboarding is done, to follow it', answer: FollowedOutline },
      ({ work, id }) => listOutlines(work, id),
    );
    on(
      endpoints.listSteps,
      { summary: 'List the steps of the onboarding', answer: OnboardingStep },
      ({ work, id }) => listSteps(work, id),
    );
    on(
      endpoints.listSpans,
      { summary: 'List the states of the steps over time, the latest first', answer: StepSpan },
      ({ work, id }) => listSpans(work, id),
    );
    on(
      endpoints.findFunnel,
      {
        summary:
          'Count how far onboardings here and below came with each step, and how long it took',
        query: FunnelQuery,
        answer: FunnelStep,
      },
      ({ work, id, query }) => findFunnel(work, id, query),
    );
    on(
      endpoints.editStep,
      {
        summary: 'Say who takes care of a step, by when, whom it waits on or what blocks it',
        body: EditStep,
        answer: OnboardingStep,
      },
      ({ work, id, step, body, expected }) => editStep(work, { id, step }, body, expected),
    );
    on(
      endpoints.completeStep,
      { summary: 'Complete a step that no fact tells of', answer: OnboardingStep },
      ({ work, id, step }) => completeStep(work, { id, step }),
    );
    on(
      endpoints.reopenStep,
      { summary: 'Take back that a step was completed or waived', answer: OnboardingStep },
      ({ work, id, step }) => reopenStep(work, { id, step }, facts),
    );
    on(
      endpoints.waiveStep,
      { summary: 'Do without a step', body: WaiveStep, answer: OnboardingStep },
      ({ work, id, step, body }) => waiveStep(work, { id, step }, body),
    );
    on(
      endpoints.listNotes,
      {
        summary: 'List the notes on the onboarding that one may see, the latest first',
        answer: Note,
      },
      ({ work, id }) => listNotes(work, id),
    );
    on(
      endpoints.writeNote,
      {
        summary:
          'Write a note on the onboarding, for the people of one’s own organisation; also for those above; also for the one below; or for everybody; `<@id>` mentions somebody',
        body: WriteNote,
        answer: Note,
        collection: 'notes',
      },
      ({ work, id, body }) => writeNote(work, id, body),
    );
    on(endpoints.removeNote, { summary: 'Take back a note of one’s own' }, ({ work, id, note }) =>
      removeNote(work, { id, note }),
    );
  });
}
