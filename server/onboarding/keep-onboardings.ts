import type { FilterQuery } from '@mikro-orm/core';
import { bringBackRows, keepRows, type KeptRows } from '../core/db/keep-rows.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { OnboardingNote } from './notes/note.entity.ts';
import { Onboarding } from './onboarding.entity.ts';
import { OnboardingOutline } from './outline.entity.ts';
import { OnboardingSpan } from './span.entity.ts';
import { OnboardingStep } from './step.entity.ts';

/** The onboarding of an organisation that is deleted, with all that became of its steps. */
export async function keepOnboarding(
  { em }: Transaction,
  organisationId: string,
): Promise<KeptRows> {
  return {
    onboardings: await keepRows(em, Onboarding, { organisationId }),
    outlines: await keepRows(em, OnboardingOutline, { organisationId }),
    steps: await keepRows(em, OnboardingStep, { organisationId }),
    spans: await keepRows(em, OnboardingSpan, { organisationId }),
    notes: await keepRows(em, OnboardingNote, notesOf(organisationId)),
  };
}

/** It goes with its organisation. */
export async function clearOnboarding({ em }: Transaction, organisationId: string): Promise<void> {
  em.remove(await em.find(Onboarding, { organisationId }));
  em.remove(await em.find(OnboardingOutline, { organisationId }));
  em.remove(await em.find(OnboardingStep, { organisationId }));
  em.remove(await em.find(OnboardingSpan, { organisationId }));
  em.remove(await em.find(OnboardingNote, notesOf(organisationId)));
}

/** Those about it, wherever they stand; and those that stand there about what has moved away. */
function notesOf(organisationId: string): FilterQuery<OnboardingNote> {
  return { $or: [{ subjectId: organisationId }, { organisationId }] };
}

/** It comes back with its organisation, as it was. */
export async function bringBackOnboarding(
  { em }: Transaction,
  { onboardings, outlines, steps, spans, notes }: KeptRows,
): Promise<void> {
  bringBackRows(em, Onboarding, onboardings);
  bringBackRows(em, OnboardingOutline, outlines);
  bringBackRows(em, OnboardingStep, steps);
  bringBackRows(em, OnboardingSpan, spans);
  bringBackRows(em, OnboardingNote, notes);
  await em.flush();
}
