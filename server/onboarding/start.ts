import { progressOf, statesOf } from '../../shared/onboarding/states.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Fact } from '../core/facts.ts';
import { newId } from '../core/new-id.ts';
import { createSpan, type Whole } from './advance.ts';
import { Onboarding, stallsAfter } from './onboarding.entity.ts';
import { OnboardingOutline } from './outline.entity.ts';
import { readFacts } from './read-facts.ts';
import { OnboardingStep } from './step.entity.ts';
import type { OnboardedKind, TemplateStep } from '../../shared/onboarding/templates/contract.ts';
import { OnboardingTemplate } from './templates/template.entity.ts';

/** The kinds of organisation that are taken on. */
export const onboardedKinds: readonly OrganisationKind[] = ['distributor', 'partner', 'tenant'];

/** Begins the onboarding of an organisation by the newest version of the template of its kind [O4]. */
export async function start(
  tx: Transaction,
  { id: organisationId, kind }: { id: string; kind: OrganisationKind },
  facts: readonly Fact[],
): Promise<Whole> {
  const template = await tx.em.findOneOrFail(OnboardingTemplate, { kind: kind as OnboardedKind });
  const { publishedVersion: templateVersion, publishedStallDays: stallDays } = template;
  const id = newId();
  const steps = template.publishedSteps.map((step, position) =>
    createStep(tx, { organisationId, onboardingId: id }, step, position),
  );
  const { since } = await readFacts(tx, steps, facts);
  const states = statesOf(steps);
  for (const step of steps) {
    step.state = states.get(step.key) ?? step.state;
    step.since = (step.holds && since.get(step.key)) || tx.now;
    createSpan(tx, step);
  }
  const progress = progressOf(steps);
  const onboarding = tx.em.create(Onboarding, {
    ...{ id, organisationId, templateId: template.id, templateVersion, ...progress },
    ...{ startedAt: tx.now, changedAt: tx.now, stallDays },
    ...{ stallsAt: stallsAfter(tx.now, stallDays), stalledSince: null },
    finishedAt: progress.state === 'done' ? tx.now : null,
  });
  tx.em.create(OnboardingOutline, { id, organisationId, state: progress.state });
  return { onboarding, steps };
}

/** A step that is not looked at yet, as its template has it. */
export function createStep(
  tx: Transaction,
  { organisationId, onboardingId }: Pick<OnboardingStep, 'organisationId' | 'onboardingId'>,
  step: TemplateStep,
  position: number,
): OnboardingStep {
  return tx.em.create(OnboardingStep, {
    ...{ id: newId(), organisationId, onboardingId, key: step.key, position },
    ...saidOf(step, organisationId),
    ...{ state: 'not-started', since: tx.now, reopened: 0, reason: null, evidence: null },
    ...{ holds: false, isCompleted: false, waived: null, blocked: null, waitsOn: null },
    ...{ ownerId: null, owner: null, dueOn: null },
  });
}

/** What a template says of a step. */
export function saidOf(
  { title, why, side, fact, after, page }: TemplateStep,
  organisationId: string,
): Pick<OnboardingStep, 'title' | 'why' | 'side' | 'fact' | 'source' | 'after' | 'href'> {
  return {
    ...{ title, why, side, fact, source: fact === null ? 'manual' : 'fact', after: [...after] },
    href: page === null ? null : pageOf(organisationId, page),
  };
}

/** A page of the organisation, or one of the person's own, which begins with `/`. */
function pageOf(organisationId: string, page: string): string {
  if (page.startsWith('/')) return page;
  return `/organisations/${organisationId}${page === '' ? '' : `/${page}`}`;
}
