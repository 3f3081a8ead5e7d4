import type { TemplateDraft, TemplateStep } from '../../../shared/onboarding/templates/contract.ts';

/** What a draft makes of the version before it. */
export interface DraftChanges {
  added: readonly TemplateStep[];
  removed: readonly TemplateStep[];
  changed: readonly TemplateStep[];
  isReordered: boolean;
  /** The days after which an onboarding has stalled, where they differ. */
  stallDays: number | undefined;
}

export function changesTo(before: TemplateDraft, draft: TemplateDraft): DraftChanges {
  const was = new Map(before.steps.map((step) => [step.key, step]));
  const is = new Map(draft.steps.map((step) => [step.key, step]));
  const kept = draft.steps.filter(({ key }) => was.has(key));
  const formerOrder = before.steps.filter(({ key }) => is.has(key));
  return {
    added: draft.steps.filter(({ key }) => !was.has(key)),
    removed: before.steps.filter(({ key }) => !is.has(key)),
    changed: kept.filter((step) => !isAlike(step, was.get(step.key))),
    isReordered: kept.some(({ key }, at) => formerOrder[at]?.key !== key),
    stallDays: before.stallDays === draft.stallDays ? undefined : draft.stallDays,
  };
}

/** Whether nothing is to be published. */
export function isNothing({ added, removed, changed, ...rest }: DraftChanges): boolean {
  const count = added.length + removed.length + changed.length;
  return count === 0 && !rest.isReordered && rest.stallDays === undefined;
}

/** The fields in which a step differs; their order in the record says nothing. */
function isAlike(step: TemplateStep, other: TemplateStep | undefined): boolean {
  return Object.entries(step).every(
    ([name, value]) =>
      JSON.stringify(value) === JSON.stringify(other?.[name as keyof TemplateStep]),
  );
}
