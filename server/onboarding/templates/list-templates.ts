import type {
  OnboardingTemplate as View,
  TemplateChoices,
} from '../../../shared/onboarding/templates/contract.ts';
import { stepPages } from '../../../shared/onboarding/templates/pages.ts';
import type { Page } from '../../../shared/core/paging.ts';
import type { Work } from '../../core/db/work.ts';
import type { Fact } from '../../core/facts.ts';
import { requireTemplates } from './require-template.ts';
import { OnboardingTemplate } from './template.entity.ts';
import { runningOn, viewTemplate } from './views.ts';

/** The template of each kind, for who may see the platform's settings. */
export function listTemplates(work: Work): Promise<Page<View>> {
  return work.read(async (reading) => {
    await requireTemplates(reading, 'settings.view');
    const templates = await reading.em.find(OnboardingTemplate, {}, { orderBy: { kind: 'asc' } });
    const running = await runningOn(reading);
    return { items: templates.map((each) => viewTemplate(each, running)), nextCursor: null };
  });
}

/** What steps can be derived from, and which pages they can lead to. */
export function findChoices(work: Work, facts: readonly Fact[]): Promise<TemplateChoices> {
  return work.read(async (reading) => {
    await requireTemplates(reading, 'settings.view');
    return choicesFrom(facts);
  });
}

export function choicesFrom(facts: readonly Fact[]): TemplateChoices {
  return { facts: facts.map(({ key }) => key), pages: [...stepPages] };
}
