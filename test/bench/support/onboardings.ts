import { createContext } from '../../../server/context.ts';
import { findRows, type Row } from '../../../server/core/db/find-rows.ts';
import type { EntityManager } from '../../../server/core/db/open-database.ts';
import { readConfig } from '../../../server/core/env.ts';
import { createLog } from '../../../server/core/log.ts';
import { newId } from '../../../server/core/new-id.ts';
import { Onboarding } from '../../../server/onboarding/onboarding.entity.ts';
import { OnboardingOutline } from '../../../server/onboarding/outline.entity.ts';
import { OnboardingStep } from '../../../server/onboarding/step.entity.ts';
import { Organisation } from '../../../server/organisations/organisation.entity.ts';

/** An onboarding that is edited, by its organisation and the step that is next. */
export interface Edited {
  organisationId: string;
  step: string;
}

const CHUNK = 500;

/**
 * An onboarding for every child that has none, as far as those of the demo are, in turn. Answers
 * those that are in progress.
 */
export async function seedOnboardings(dataDir: string, parentId: string): Promise<Edited[]> {
  await using context = await createContext({ ...readConfig({}), dataDir }, createLog('error'));
  const em = context.database.em.fork();
  const patterns = await findPatterns(em);
  const known = await em.find(Onboarding, {});
  const taken = new Set(known.map(({ organisationId }) => organisationId));
  const children = await em.find(Organisation, { parentId, kind: 'tenant' });
  const copies = children
    .filter(({ id }) => !taken.has(id))
    .map(({ id }, index) => copyOf(patterns[index % patterns.length] as Pattern, id));
  await em.transactional(async (inner) => {
    for (let at = 0; at < copies.length; at += CHUNK) {
      const chunk = copies.slice(at, at + CHUNK);
      await inner.insertMany(
        Onboarding,
        chunk.map(({ onboarding }) => onboarding),
      );
      await inner.insertMany(
        OnboardingOutline,
        chunk.map(({ outline }) => outline),
      );
      await inner.insertMany(
        OnboardingStep,
        chunk.flatMap(({ steps }) => steps),
      );
    }
  });
  return copies.flatMap(({ onboarding: { organisationId, currentStep: step } }) =>
    step === null ? [] : [{ organisationId, step }],
  );
}

interface Pattern {
  onboarding: Row<Onboarding>;
  steps: Row<OnboardingStep>[];
}

async function findPatterns(em: EntityManager): Promise<Pattern[]> {
  const tenants = await em.find(Organisation, { kind: 'tenant' });
  const where = { organisationId: { $in: tenants.map(({ id }) => id) } };
  const onboardings = await findRows(em, Onboarding, where);
  const steps = await findRows(em, OnboardingStep, where);
  return onboardings.map((onboarding) => ({
    onboarding,
    steps: steps.filter(({ onboardingId }) => onboardingId === onboarding.id),
  }));
}

function copyOf({ onboarding, steps }: Pattern, organisationId: string) {
  const id = newId();
  return {
    onboarding: { ...onboarding, id, organisationId },
    outline: { id, organisationId, state: onboarding.state, version: 1 },
    steps: steps.map((step) => ({ ...step, id: newId(), onboardingId: id, organisationId })),
  };
}
