import {
  MovePreview,
  MovesQuery,
  NewDraft,
  OnboardingTemplate,
  TemplateChoices,
  TemplateDraft,
} from '../../../shared/onboarding/templates/contract.ts';
import * as endpoints from '../../../shared/onboarding/templates/endpoints.ts';
import type { Fact } from '../../core/facts.ts';
import { serve } from '../../core/http/serve.ts';
import { beginDraft, discardDraft, publishDraft, saveDraft } from './draft.ts';
import { listMoves } from './list-moves.ts';
import { findChoices, listTemplates } from './list-templates.ts';

/** What organisations are taken on by. */
export function templateRoutes(facts: readonly Fact[]) {
  return serve('onboarding', endpoints, (on) => {
    on(
      endpoints.listTemplates,
      {
        summary: 'List the templates of onboardings, with how many run on which version',
        answer: OnboardingTemplate,
      },
      ({ work }) => listTemplates(work),
    );
    on(
      endpoints.findTemplateChoices,
      { summary: 'Read which facts and pages steps can have', answer: TemplateChoices },
      ({ work }) => findChoices(work, facts),
    );
    on(
      endpoints.beginDraft,
      {
        summary: 'Begin a draft of the template of a kind, with its newest version',
        body: NewDraft,
        answer: OnboardingTemplate,
        collection: 'onboarding-templates',
      },
      ({ work, body }) => beginDraft(work, body),
    );
    on(
      endpoints.saveDraft,
      {
        summary: 'Save a draft whole; what others changed meanwhile is kept, or refused with both',
        body: TemplateDraft,
        answer: OnboardingTemplate,
      },
      ({ work, id, body, expected }) => saveDraft(work, id, body, expected),
    );
    on(
      endpoints.discardDraft,
      { summary: 'Throw a draft away', answer: OnboardingTemplate },
      ({ work, id, expected }) => discardDraft(work, id, expected),
    );
    on(
      endpoints.publishDraft,
      {
        summary: 'Publish a draft: onboardings begin with it from now on, and those that run go on',
        answer: OnboardingTemplate,
      },
      ({ work, id, expected }) => publishDraft(work, id, facts, expected),
    );
    on(
      endpoints.listMoves,
      {
        summary:
          'See what would come of onboardings on older versions; POST /bulk with move-over does it',
        query: MovesQuery,
        answer: MovePreview,
      },
      ({ work, id, query }) => listMoves(work, id, facts, query),
    );
  });
}
