import { isDeepStrictEqual } from 'node:util';
import { fieldError, Refusal } from '../../../shared/core/refusals.ts';
import type {
  NewDraft,
  OnboardingTemplate as View,
  TemplateDraft,
} from '../../../shared/onboarding/templates/contract.ts';
import { mergeDrafts } from '../../../shared/onboarding/templates/merge.ts';
import { keyProblems, problemsOf } from '../../../shared/onboarding/templates/problems.ts';
import { says } from '../../../shared/onboarding/templates/words.ts';
import { ChangeRow } from '../../core/changes/change.entity.ts';
import type { ExpectedVersion } from '../../core/changes/merge-edit.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { Work } from '../../core/db/work.ts';
import type { Fact } from '../../core/facts.ts';
import { newId } from '../../core/new-id.ts';
import { choicesFrom } from './list-templates.ts';
import { templatePublication } from './publications.ts';
import { requireSeenDraft, requireTemplate, requireTemplates } from './require-template.ts';
import { OnboardingTemplate, OnboardingTemplateVersion } from './template.entity.ts';
import { runningOn, viewTemplate } from './views.ts';

/** An administrator of the platform begins what is to become the next version, with the newest. */
export function beginDraft(work: Work, { kind }: NewDraft): Promise<View> {
  return work.transaction('template.begin', async (tx) => {
    await requireTemplates(tx, 'onboarding.editTemplates');
    const template = await tx.em.findOneOrFail(OnboardingTemplate, { kind });
    if (template.draft) throw new Refusal('template.draft');
    template.draft = {
      stallDays: template.publishedStallDays,
      steps: structuredClone(template.publishedSteps),
    };
    return flushed(tx, template);
  });
}

/**
 * An administrator saves the draft whole. What a colleague changed since the version that they saw
 * is kept, step by step and field by field; where both changed the same, nothing is saved, and the
 * refusal tells who was first.
 */
export function saveDraft(
  work: Work,
  id: string,
  draft: TemplateDraft,
  expected: ExpectedVersion,
): Promise<View> {
  return work.transaction('template.edit', async (tx) => {
    const template = await requireTemplate(tx, id);
    if (!template.draft) throw new Refusal('template.no-draft', says.discarded);
    const joined = await joinedDraft(tx, template, draft, expected);
    const [twice] = keyProblems(joined.steps);
    if (twice) throw refuseDraft([twice]);
    if (!isDeepStrictEqual(joined, template.draft)) template.draft = joined;
    return flushed(tx, template);
  });
}

/** A draft is thrown away; the newest version stays as it is. */
export function discardDraft(work: Work, id: string, expected: ExpectedVersion): Promise<View> {
  return work.transaction('template.discard', async (tx) => {
    const { template } = await requireSeenDraft(tx, id, expected);
    template.draft = null;
    return flushed(tx, template);
  });
}

/**
 * A draft becomes the newest version, which onboardings begin with from now on. Those that run keep
 * theirs [O4].
 */
export function publishDraft(
  work: Work,
  id: string,
  facts: readonly Fact[],
  expected: ExpectedVersion,
): Promise<View> {
  return work.transaction('template.publish', async (tx) => {
    const { template, draft } = await requireSeenDraft(tx, id, expected);
    const problems = problemsOf(draft, choicesFrom(facts));
    if (problems.length > 0) throw refuseDraft(problems);
    template.publishedVersion += 1;
    template.publishedStallDays = draft.stallDays;
    template.publishedSteps = draft.steps;
    template.publishedAt = tx.now;
    template.publishedBy = tx.signature.displayName;
    template.draft = null;
    tx.em.create(OnboardingTemplateVersion, {
      ...{ id: newId(), templateId: id, number: template.publishedVersion, ...draft },
      ...{ publishedAt: template.publishedAt, publishedBy: template.publishedBy },
    });
    return flushed(tx, template);
  });
}

async function flushed(tx: Transaction, template: OnboardingTemplate): Promise<View> {
  await tx.em.flush();
  return viewTemplate(template, await runningOn(tx));
}

function refuseDraft(problems: ReturnType<typeof problemsOf>): Refusal {
  const errors = problems.map(({ path, said }) => fieldError(path, said));
  return new Refusal('request.invalid', says.draftIncomplete, { errors });
}

/** The draft with what others changed since the version that its author saw. */
async function joinedDraft(
  { em }: Transaction,
  template: OnboardingTemplate,
  yours: TemplateDraft,
  expected: ExpectedVersion,
): Promise<TemplateDraft> {
  const theirs = template.draft;
  if (!theirs || expected === '*' || expected === template.version) return yours;
  const where = {
    resource: templatePublication.resource,
    recordId: template.id,
    version: { $gt: expected, $lte: template.version },
  };
  const since = await em.find(ChangeRow, where, { orderBy: { version: 'asc' } });
  const last = since.at(-1);
  const isComplete = since.length === template.version - expected;
  const base = since[0]?.former?.['draft'] as TemplateDraft | null | undefined;
  if (isComplete && !base) throw new Refusal('template.no-draft', says.discarded);
  const { draft, conflicts } =
    isComplete && base
      ? mergeDrafts(base, yours, theirs)
      : { draft: theirs, conflicts: [{ field: 'draft', yours, theirs }] };
  if (conflicts.length === 0) return draft;
  const by = {
    changedBy: { id: last?.actorId ?? '', displayName: last?.actorName ?? '' },
    changedAt: (last?.at ?? new Date(0)).toISOString(),
  };
  throw new Refusal('version.conflict', undefined, {
    conflicts: conflicts.map((conflict) => ({ ...conflict, ...by })),
  });
}
