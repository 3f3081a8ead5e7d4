import type {
  OnboardingOutline as OutlineView,
  OnboardingStep as StepView,
  OnboardingSummary,
} from '../../shared/onboarding/contract.ts';
import { idsAlong, idsOf, parentOf } from '../../shared/organisations/path.ts';
import type { Reading } from '../core/db/reading.ts';
import { namesOf, pathsOf } from '../organisations/names-of.ts';
import type { Onboarding } from './onboarding.entity.ts';
import type { OnboardingStep } from './step.entity.ts';

/** Where onboardings are, and by which names the reader knows the places. */
export async function placesOf(
  { em, person }: Reading,
  onboardings: readonly Pick<Onboarding, 'organisationId'>[],
): Promise<(organisationId: string) => Pick<OnboardingSummary, 'organisation' | 'parent'>> {
  const ids = onboardings.map(({ organisationId }) => organisationId);
  const paths = await pathsOf(em, ids);
  const names = await namesOf(em, idsAlong([...paths.values()]), { reachedBy: person });
  const above = (id: string) =>
    idsOf(parentOf(paths.get(id) ?? '')).flatMap((each) => names.get(each) ?? []);
  return (id) => ({
    organisation: names.get(id) ?? null,
    parent: above(id).findLast(({ kind }) => kind !== 'folder') ?? null,
  });
}

export function viewSummary(
  onboarding: Onboarding,
  place: Pick<OnboardingSummary, 'organisation' | 'parent'>,
): OnboardingSummary {
  const { id, organisationId, state, done, total, currentStep, currentTitle } = onboarding;
  const { waitsOn, dueOn, owner } = onboarding;
  return {
    ...{ id, organisationId, state, done, total, currentStep, currentTitle },
    ...{ waitsOn, dueOn, owner },
    template: { id: onboarding.templateId, version: onboarding.templateVersion },
    stalledSince: onboarding.stalledSince?.toISOString() ?? null,
    startedAt: onboarding.startedAt.toISOString(),
    finishedAt: onboarding.finishedAt?.toISOString() ?? null,
    changedAt: onboarding.changedAt.toISOString(),
    version: onboarding.version,
    ...place,
  };
}

/** What is seen of it through a closed barrier [O9]. */
export function viewOutline({
  id,
  organisationId,
  state,
}: Pick<OutlineView, 'id' | 'organisationId' | 'state'>): OutlineView {
  return { id, organisationId, state };
}

export function viewStep(step: OnboardingStep): StepView {
  const { id, organisationId, onboardingId, key, position, title, why, side, source, after } = step;
  const { state, owner, dueOn, waitsOn, blocked, evidence, reopened, reason, href } = step;
  return {
    ...{ id, organisationId, onboardingId, key, position, title, why, side, source, after },
    ...{ state, owner, dueOn, waitsOn, blocked, evidence, reopened, reason, href },
    since: step.since.toISOString(),
    version: step.version,
  };
}
