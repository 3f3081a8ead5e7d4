import type { Said } from '../../core/words/said.ts';
import type { TemplateChoices, TemplateDraft, TemplateStep } from './contract.ts';
import { says } from './words.ts';

/** Why a draft cannot be published: where it lies, as `steps.2.title`, and what is wrong. */
export interface TemplateProblem {
  path: string;
  said: Said;
}

/** How a step is called in what is said of it. */
type TitleOf = (step: TemplateStep) => string;

const byTitle: TitleOf = ({ title, key }) => title || key;

/** All that keeps a draft from being published; none where it can be. */
export function problemsOf(
  { steps }: TemplateDraft,
  choices: TemplateChoices,
  titleOf: TitleOf = byTitle,
): TemplateProblem[] {
  if (steps.length === 0) return [{ path: 'steps', said: says.noSteps }];
  return [
    ...keyProblems(steps),
    ...steps.flatMap((step, at) => stepProblems(step, { at, steps, choices })),
    ...steps.flatMap((step, at) => {
      const circle = wayBack(step, steps) ?? [];
      if (circle.length < 2) return [];
      const named = [...circle, step].map(titleOf).join(' → ');
      return [{ path: `steps.${at}.after`, said: says.circle({ steps: named }) }];
    }),
  ];
}

/** Keys that more than one step has: what two versions of a draft are compared by. */
export function keyProblems(steps: readonly TemplateStep[]): TemplateProblem[] {
  return steps.flatMap(({ key }, at) =>
    steps.findIndex((step) => step.key === key) < at
      ? [{ path: `steps.${at}.key`, said: says.keyTwice({ key }) }]
      : [],
  );
}

interface Surroundings {
  at: number;
  steps: readonly TemplateStep[];
  choices: TemplateChoices;
}

function stepProblems(
  { key, title, why, fact, page, after }: TemplateStep,
  { at, steps, choices }: Surroundings,
): TemplateProblem[] {
  const keys = steps.map((step) => step.key);
  const unknown = after.find((before) => !keys.includes(before));
  const found: Record<string, Said | false> = {
    title: title === '' && says.giveTitle,
    why: why === '' && says.giveWhy,
    fact: fact !== null && !choices.facts.includes(fact) && says.noSuchFact({ fact }),
    page: page !== null && !choices.pages.includes(page) && says.noSuchPage({ page }),
    after:
      (after.includes(key) && says.itself) ||
      (unknown !== undefined && says.noSuchStep({ key: unknown })),
  };
  return Object.entries(found).flatMap(([field, said]) =>
    said ? [{ path: `steps.${at}.${field}`, said }] : [],
  );
}

/** A shortest way from a step by what it comes after to itself. */
function wayBack(step: TemplateStep, steps: readonly TemplateStep[]): TemplateStep[] | undefined {
  const ways = [[step]];
  const seen = new Set<string>();
  for (const way of ways) {
    const { after = [] } = way.at(-1) ?? {};
    if (after.includes(step.key)) return way;
    for (const key of after.filter((each) => !seen.has(each))) {
      seen.add(key);
      const before = steps.find((each) => each.key === key);
      if (before) ways.push([...way, before]);
    }
  }
  return undefined;
}
