import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import {
  organisationDeleted,
  organisationKept,
  organisationRestored,
} from '../organisations/events.ts';
import { HOUR } from '../core/clock.ts';
import { followFacts } from './follow-facts.ts';
import { bringBackOnboarding, clearOnboarding, keepOnboarding } from './keep-onboardings.ts';
import { countInFlight, findOnboardingNeeds } from './home-lines.ts';
import { noticeStalled } from './notice-stalled.ts';
import { OnboardingNote } from './notes/note.entity.ts';
import { notePublication } from './notes/publication.ts';
import { onboardingNotices } from './notices.ts';
import { Onboarding } from './onboarding.entity.ts';
import { OnboardingOutline } from './outline.entity.ts';
import { onboardingPublication, outlinePublication, stepPublication } from './publications.ts';
import { onboardingRoutes } from './routes.ts';
import { OnboardingSpan } from './span.entity.ts';
import { OnboardingStep } from './step.entity.ts';
import { giveTemplates } from './templates/give-templates.ts';
import { moveOverAction } from './templates/move-over.ts';
import { templatePublication } from './templates/publications.ts';
import { templateRoutes } from './templates/routes.ts';
import { OnboardingTemplate, OnboardingTemplateVersion } from './templates/template.entity.ts';

/** How organisations are taken on, by the facts that the features before this one know. */
export function onboardingOf(lower: readonly Feature[]): Feature {
  const facts = lower.flatMap(({ facts = [] }) => facts);
  return {
    name: 'onboarding',
    entities: [
      ...[Onboarding, OnboardingOutline, OnboardingStep, OnboardingSpan],
      ...[OnboardingTemplate, OnboardingTemplateVersion, OnboardingNote],
    ],
    publications: [
      ...[onboardingPublication, stepPublication, outlinePublication, templatePublication],
      notePublication,
    ],
    reactions: [
      on(organisationKept, async (tx, { organisationId }) => ({
        name: 'onboarding',
        rows: await keepOnboarding(tx, organisationId),
      })),
      on(organisationDeleted, (tx, { organisationId }) => clearOnboarding(tx, organisationId)),
      on(organisationRestored, async (tx, { kept }) => {
        await bringBackOnboarding(tx, kept['onboarding'] ?? {});
        return [];
      }),
    ],
    settle: async (tx, captured) => {
      await giveTemplates(tx, captured);
      await followFacts(tx, captured, facts);
    },
    routes: () => onboardingRoutes(facts).route('/', templateRoutes(facts)),
    notices: onboardingNotices,
    bulkActions: [moveOverAction(facts)],
    home: { needs: findOnboardingNeeds, figures: countInFlight },
    sweeps: [{ every: HOUR, run: ({ openOwnWork }) => noticeStalled(openOwnWork()) }],
  };
}
