import {
  answersMade,
  answersNothing,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type {
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
} from './contract.ts';
import type { Note, WriteNote } from './notes-contract.ts';

export const findOnboarding = endpoint(
  'GET /organisations/:id/onboarding',
  answersValue<typeof FoundOnboarding>(),
);

export const startOnboarding = endpoint(
  'POST /organisations/:id/onboarding',
  answersMade<typeof Onboarding>(),
);

export const listOnboardings = endpoint(
  'GET /organisations/:id/onboardings',
  answersPage<typeof ListedOnboarding>(),
  takesQuery<typeof OnboardingQuery>(),
);

export const listOutlines = endpoint(
  'GET /organisations/:id/onboarding/outlines',
  answersPage<typeof FollowedOutline>(),
);

export const listSteps = endpoint(
  'GET /organisations/:id/onboarding/steps',
  answersPage<typeof OnboardingStep>(),
);

export const listSpans = endpoint(
  'GET /organisations/:id/onboarding/spans',
  answersPage<typeof StepSpan>(),
);

export const findFunnel = endpoint(
  'GET /organisations/:id/onboarding-funnel',
  answersPage<typeof FunnelStep>(),
  takesQuery<typeof FunnelQuery>(),
);

export const editStep = endpoint(
  'PATCH /organisations/:id/onboarding/steps/:step',
  answersRecord<typeof OnboardingStep>(),
  takesBody<typeof EditStep>(),
);

export const completeStep = endpoint(
  'POST /organisations/:id/onboarding/steps/:step/complete',
  answersRecord<typeof OnboardingStep>(),
);

export const reopenStep = endpoint(
  'POST /organisations/:id/onboarding/steps/:step/reopen',
  answersRecord<typeof OnboardingStep>(),
);

export const waiveStep = endpoint(
  'POST /organisations/:id/onboarding/steps/:step/waive',
  answersRecord<typeof OnboardingStep>(),
  takesBody<typeof WaiveStep>(),
);

export const listNotes = endpoint(
  'GET /organisations/:id/onboarding/notes',
  answersPage<typeof Note>(),
);

export const writeNote = endpoint(
  'POST /organisations/:id/onboarding/notes',
  answersMade<typeof Note>(),
  takesBody<typeof WriteNote>(),
);

export const removeNote = endpoint(
  'DELETE /organisations/:id/onboarding/notes/:note',
  answersNothing(),
);
