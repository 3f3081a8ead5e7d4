import type { Activity } from '../../../shared/live/contract.ts';
import type { Sentences, Tell, Told } from '../../core/activity.ts';
import { words } from './words.ts';

/** How onboardings read in the feed; what follows from another deed is told by that. */
export const onboardingSentences = {
  onboarding: aboutOnboarding,
  onboardingStep: aboutStep,
  onboardingState: () => undefined,
} satisfies Sentences;

function aboutOnboarding({ action }: Activity, tell: Tell): Told | undefined {
  return action === 'onboarding.start' ? tell(words.feed.started) : undefined;
}

function aboutStep({ action }: Activity, tell: Tell): Told | undefined {
  const { feed } = words;
  const isByHand = action.startsWith('onboarding.') && Object.hasOwn(feed, action);
  return isByHand ? tell(feed[action as keyof typeof feed]) : undefined;
}
