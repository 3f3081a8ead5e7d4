import { decide } from '../../shared/access/decide.ts';
import type {
  FollowedOutline,
  FoundOnboarding,
  Onboarding as View,
  OnboardingStep as StepView,
  StepSpan,
} from '../../shared/onboarding/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import type { Whole } from './advance.ts';
import { OnboardingOutline } from './outline.entity.ts';
import { OnboardingSpan } from './span.entity.ts';
import { OnboardingTemplateVersion } from './templates/template.entity.ts';
import { placesOf, viewOutline, viewStep, viewSummary } from './views.ts';
import { findWhole, requireWhole } from './whole.ts';

/** The onboarding of an organisation; to those above a closed barrier only whether it is done [O9]. */
export function findOnboarding(work: Work, id: string): Promise<FoundOnboarding> {
  return work.read(async (reading) => {
    const { place } = await requirePlace(reading, id, 'onboarding.view');
    const whole = await requireWhole(reading, id);
    const isOpen = decide(reading.person, 'progress.view', place).allowed;
    return isOpen ? viewWhole(reading, whole) : viewOutline(whole.onboarding);
  });
}

export async function viewWhole(reading: Reading, { onboarding, steps }: Whole): Promise<View> {
  const placeOf = await placesOf(reading, [onboarding]);
  return {
    ...viewSummary(onboarding, placeOf(onboarding.organisationId)),
    steps: steps.map(viewStep),
  };
}

/** Its steps, for those who may see inside; none where it never began. */
export function listSteps(work: Work, id: string): Promise<Page<StepView>> {
  return work.read(async (reading) => {
    await requirePlace(reading, id, 'progress.view');
    const whole = await findWhole(reading, id);
    return { items: (whole?.steps ?? []).map(viewStep), nextCursor: null };
  });
}

/** Its outline, as a list of one or none, for those who follow it. */
export function listOutlines(work: Work, organisationId: string): Promise<Page<FollowedOutline>> {
  return work.read(async (reading) => {
    await requirePlace(reading, organisationId, 'onboarding.view');
    const found = await reading.em.find(OnboardingOutline, { organisationId });
    const items = found.map((outline) => ({ ...viewOutline(outline), version: outline.version }));
    return { items, nextCursor: null };
  });
}

/** How steps are called, those too that were dropped when it was moved over to another version. */
async function titlesIn({ em }: Reading, { onboarding, steps }: Whole) {
  const { templateId } = onboarding;
  const order = { orderBy: { number: 'asc' } } as const;
  const versions = await em.find(OnboardingTemplateVersion, { templateId }, order);
  const known = [...versions.flatMap((version) => version.steps), ...steps];
  return new Map(known.map(({ key, title }) => [key, title]));
}

/** So many stretches are told, the latest. */
const MOST_SPANS = 200;

/** What became of the steps over time, the latest first [O8]. */
export function listSpans(work: Work, id: string): Promise<Page<StepSpan>> {
  return work.read(async (reading) => {
    await requirePlace(reading, id, 'progress.view');
    const whole = await findWhole(reading, id);
    if (!whole) return { items: [], nextCursor: null };
    const titles = await titlesIn(reading, whole);
    const spans = await reading.em.find(
      OnboardingSpan,
      { onboardingId: whole.onboarding.id },
      { orderBy: { startedAt: 'desc', id: 'desc' }, limit: MOST_SPANS },
    );
    const items = spans.map(({ id, stepKey: key, state, waitsOn, ...span }) => ({
      ...{ id, key, state, waitsOn },
      title: titles.get(key) ?? key,
      from: span.startedAt.toISOString(),
      to: span.endedAt?.toISOString() ?? null,
      by: span.byName,
      reason: span.reason,
    }));
    return { items, nextCursor: null };
  });
}
