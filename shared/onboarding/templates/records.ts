import { record } from '../../core/record.ts';
import type { OnboardingTemplate } from './contract.ts';
import { listTemplates } from './endpoints.ts';

/** Templates belong to the platform, of which there is one; so only its people follow them. */
export const templateRecord = record<OnboardingTemplate>()({
  name: 'onboardingTemplate',
  topic: 'settings',
  list: listTemplates,
  nameOf: ({ kind }) => kind,
  derived: { running: [] },
  inLists: ['running'],
  toldOf: ['template.'],
});
