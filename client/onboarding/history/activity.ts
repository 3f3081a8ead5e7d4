import type { Activity } from '../../../shared/live/contract.ts';
import type { Sentences, Tell, Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How onboardings read in the feed; what follows from another deed is told by that. */
export const onboardingSentences = {
  onboarding: aboutOnboarding,
  onboardingStep: aboutStep,
  onboardingState: () => undefined,
  onboardingTemplate: aboutTemplate,
  onboardingNote: () => undefined,
} satisfies Sentences;

function aboutOnboarding({ action }: Activity, tell: Tell): Told | undefined {
  if (action === 'onboarding.moveOver') return tell(words.feed.movedOver);
  return action === 'onboarding.start' ? tell(words.feed.started) : undefined;
}

function aboutTemplate({ action }: Activity, tell: Tell): Told | undefined {
  const { feed } = words;
  const isTold = action.startsWith('template.') && Object.hasOwn(feed, action);
  return isTold ? tell(feed[action as keyof typeof feed]) : undefined;
}

function aboutStep({ action }: Activity, tell: Tell): Told | undefined {
  const { feed } = words;
  const isByHand = action.startsWith('onboarding.') && Object.hasOwn(feed, action);
  return isByHand ? tell(feed[action as keyof typeof feed]) : undefined;
}
