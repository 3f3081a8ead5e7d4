import type { OnboardingStep } from '../../shared/onboarding/contract.ts';
import { words } from './words.ts';
import { en } from './words.en.ts';

type Known = keyof typeof en.steps;

/**
 * What a step is called and why it is there, in the language of the moment: steps that come with
 * the product are translated, those of other templates are as they were written.
 */
export function stepText({ key, title, why }: Pick<OnboardingStep, 'key' | 'title' | 'why'>): {
  title: string;
  why: string;
} {
  const isOurs = Object.hasOwn(en.steps, key) && en.steps[key as Known].title === title;
  return isOurs ? words.steps[key as Known] : { title, why };
}

/** The title of a step of which only the key is known. */
export function titleOfKey(key: string): string {
  return Object.hasOwn(en.steps, key) ? words.steps[key as Known].title : key;
}
