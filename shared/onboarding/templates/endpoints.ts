import {
  answersMade,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
  takesVersion,
} from '../../core/endpoint.ts';
import type {
  MovePreview,
  MovesQuery,
  NewDraft,
  OnboardingTemplate,
  TemplateChoices,
  TemplateDraft,
} from './contract.ts';

export const listTemplates = endpoint(
  'GET /onboarding-templates',
  answersPage<typeof OnboardingTemplate>(),
);

export const findTemplateChoices = endpoint(
  'GET /onboarding-templates/choices',
  answersValue<typeof TemplateChoices>(),
);

export const beginDraft = endpoint(
  'POST /onboarding-templates',
  answersMade<typeof OnboardingTemplate>(),
  takesBody<typeof NewDraft>(),
);

export const saveDraft = endpoint(
  'PUT /onboarding-templates/:id/draft',
  answersRecord<typeof OnboardingTemplate>(),
  { ...takesBody<typeof TemplateDraft>(), ...takesVersion() },
);

export const discardDraft = endpoint(
  'DELETE /onboarding-templates/:id/draft',
  answersRecord<typeof OnboardingTemplate>(),
  takesVersion(),
);

export const publishDraft = endpoint(
  'POST /onboarding-templates/:id/publish',
  answersRecord<typeof OnboardingTemplate>(),
  takesVersion(),
);

export const listMoves = endpoint(
  'GET /onboarding-templates/:id/moves',
  answersPage<typeof MovePreview>(),
  takesQuery<typeof MovesQuery>(),
);
