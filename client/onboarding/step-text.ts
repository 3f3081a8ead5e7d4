import type { OnboardingStep, OnboardingSummary } from '../../shared/onboarding/contract.ts';
import { words } from './words.ts';
import { en } from './words.en.ts';

type Known = keyof typeof en.steps;

/**
 * What a step is called and why it is there, in the language of the moment: texts that came with
 * the product are translated, others are as they were written.
 */
export function stepText({ key, title, why }: Pick<OnboardingStep, 'key' | 'title' | 'why'>): {
  title: string;
  why: string;
} {
  if (!Object.hasOwn(en.steps, key)) return { title, why };
  const [delivered, translated] = [en.steps[key as Known], words.steps[key as Known]];
  return {
    title: title === delivered.title ? translated.title : title,
    why: why === delivered.why ? translated.why : why,
  };
}

/** What the step is called that an onboarding is at. */
export function currentStepText({
  currentStep,
  currentTitle,
}: Pick<OnboardingSummary, 'currentStep' | 'currentTitle'>): string {
  const key = currentStep ?? '';
  return stepText({ key, title: currentTitle ?? key, why: '' }).title;
}
