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
import { OnboardingTemplate, type TemplateStep } from './template.entity.ts';

/** The kinds of organisation that are taken on. */
export const onboardedKinds: readonly OrganisationKind[] = ['distributor', 'partner', 'tenant'];

/** Begins the onboarding of an organisation by the latest template of its kind [O4]. */
export async function start(
  tx: Transaction,
  { id: organisationId, kind }: { id: string; kind: OrganisationKind },
  facts: readonly Fact[],
): Promise<Whole> {
  const [template] = await tx.em.find(
    OnboardingTemplate,
    { kind },
    { orderBy: { templateVersion: 'desc' }, limit: 1 },
  );
  if (!template) throw new Error(`No template says how a ${kind} is taken on.`);
  const id = newId();
  const steps = template.steps.map((step, position) =>
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
    ...{ id, organisationId, templateId: template.id, templateVersion: template.templateVersion },
    ...progress,
    ...{ startedAt: tx.now, changedAt: tx.now, stallDays: template.stallDays },
    ...{ stallsAt: stallsAfter(tx.now, template.stallDays), stalledSince: null },
    finishedAt: progress.state === 'done' ? tx.now : null,
  });
  tx.em.create(OnboardingOutline, { id, organisationId, state: progress.state });
  return { onboarding, steps };
}

function createStep(
  tx: Transaction,
  { organisationId, onboardingId }: Pick<OnboardingStep, 'organisationId' | 'onboardingId'>,
  { key, title, why, side, fact, after = [], page }: TemplateStep,
  position: number,
): OnboardingStep {
  return tx.em.create(OnboardingStep, {
    ...{ id: newId(), organisationId, onboardingId, key, position, title, why, side },
    ...{ fact: fact ?? null, source: fact ? 'fact' : 'manual', after: [...after] },
    href: page === undefined ? null : pageOf(organisationId, page),
    ...{ state: 'not-started', since: tx.now, reopened: 0, reason: null, evidence: null },
    ...{ holds: false, isCompleted: false, waived: null, blocked: null, waitsOn: null },
    ...{ ownerId: null, owner: null, dueOn: null },
  });
}

/** A page of the organisation, or one of the person's own, which begins with `/`. */
function pageOf(organisationId: string, page: string): string {
  if (page.startsWith('/')) return page;
  return `/organisations/${organisationId}${page === '' ? '' : `/${page}`}`;
}
