import type {
  OnboardingTemplate,
  TemplateStep,
} from '../../../shared/onboarding/templates/contract.ts';
import type { Side } from '../../../shared/onboarding/contract.ts';
import type { Option } from '../../ui/field.ts';
import { DraftField } from './draft-field.svelte.ts';
import { changing } from './draft-steps.ts';
import type { TemplateDesk } from './template-desk.svelte.ts';
import { words } from './words.ts';

/** The choice of nothing: an empty one is the overview of an organisation. */
const NOTHING = '-';
const sides: readonly Side[] = ['own', 'parent', 'platform', 'outside'];

type Name = 'title' | 'why' | 'side' | 'fact' | 'page';
type Choice = 'side' | 'fact' | 'page';

interface Surroundings {
  desk: TemplateDesk;
  key: string;
  template: () => OnboardingTemplate;
  problem: (field: string) => string | undefined;
}

/** The fields of one step, each edited by itself. */
export function stepFields({ desk, key, template, problem }: Surroundings) {
  const stepIn = (steps: readonly TemplateStep[]) => steps.find((step) => step.key === key);
  const field = (name: Name) =>
    new DraftField({
      ...{ desk, template, name: `${key}:${name}` },
      read: ({ steps }) =>
        stepIn(steps)?.[name] ?? (name === 'title' || name === 'why' ? '' : NOTHING),
      write: (text) => changing(key, { [name]: valueOf(name, text) }),
      problem: () => problem(name),
    });
  const present = (name: Choice) => stepIn(template().draft?.steps ?? [])?.[name] ?? NOTHING;
  return {
    ...{ title: field('title'), why: field('why'), side: field('side') },
    ...{ fact: field('fact'), page: field('page') },
    /** What a field can be, with what it is, also where that is nothing that Canopy knows. */
    options: (name: Choice): Option[] => {
      const options = optionsOf(name, desk);
      const value = present(name);
      const isKnown = options.some((option) => option.value === value);
      return isKnown ? options : [...options, { value, label: value }];
    },
  };
}

function valueOf(name: Name, text: string): string | null {
  if (name === 'title' || name === 'why') return text.trim();
  return text === NOTHING ? null : text;
}

function optionsOf(name: Choice, { choices }: TemplateDesk): Option[] {
  if (name === 'side') return sides.map((value) => ({ value, label: words.sides[value] }));
  const [known, labels, nothing] =
    name === 'fact'
      ? [choices.facts, words.facts, words.byHand]
      : [choices.pages, words.pages, words.noPage];
  return [
    { value: NOTHING, label: nothing },
    ...known.map((value) => ({ value, label: labels[value] ?? value })),
  ];
}
