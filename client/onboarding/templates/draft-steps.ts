import type { TemplateDraft, TemplateStep } from '../../../shared/onboarding/templates/contract.ts';

/** What is done to a draft; the one that it is done to stays as it is. */
export type Change = (draft: TemplateDraft) => TemplateDraft;

/** Sets fields of one step. */
export function changing(key: string, fields: Partial<TemplateStep>): Change {
  return ({ steps, ...rest }) => ({
    ...rest,
    steps: steps.map((step) => (step.key === key ? { ...step, ...fields } : step)),
  });
}

/** Adds a step at the end, of which only the title is known yet. */
export function adding(title: string): Change {
  return ({ steps, ...rest }) => {
    const key = keyFor(
      title,
      steps.map((step) => step.key),
    );
    const blank = { why: '', side: 'own', fact: null, after: [], page: null } as const;
    return { ...rest, steps: [...steps, { ...blank, after: [], key, title }] };
  };
}

/** Takes a step out, also from what others come after. */
export function removing(key: string): Change {
  return ({ steps, ...rest }) => ({
    ...rest,
    steps: steps
      .filter((step) => step.key !== key)
      .map((step) => ({ ...step, after: step.after.filter((before) => before !== key) })),
  });
}

/** Moves a step up (-1) or down (1), as far as there is room. */
export function moving(key: string, by: -1 | 1): Change {
  return ({ steps, ...rest }) => {
    const at = steps.findIndex((step) => step.key === key);
    const step = steps[at];
    const other = steps[at + by];
    if (!step || !other) return { ...rest, steps };
    const moved = [...steps];
    moved[at] = other;
    moved[at + by] = step;
    return { ...rest, steps: moved };
  };
}

/** So long is a key at most, with a number that tells it from another. */
const MOST = 50;

/** A key by which a new step is known from now on: its title in plain letters, told from others. */
export function keyFor(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replaceAll(/^-+|-+$/g, '');
  const stem = plain === '' ? 'step' : plain;
  let key = stem;
  for (let number = 2; taken.includes(key); number += 1) key = `${stem}-${number}`;
  return key;
}
