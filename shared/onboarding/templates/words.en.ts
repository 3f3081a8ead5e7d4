import { isolated } from '../../core/isolated.ts';
import { formats } from '../../core/words/formats.ts';

export const en = {
  key: 'A key has small letters, digits and hyphens between them, at most 60.',
  keyTwice: ({ key }: { key: string }) => `Another step has the key ${isolated(key)}.`,
  giveTitle: 'Say what is to be done.',
  giveWhy: 'Say why it is to be done.',
  noSteps: 'A template has one step at least.',
  tooManySteps: ({ most }: { most: number }) =>
    `A template has at most ${formats().number(most)} steps.`,
  stallDays: 'Enter a number of days from 1 to 365.',
  noSuchStep: ({ key }: { key: string }) => `There is no step ${isolated(key)} to come after.`,
  itself: 'A step cannot come after itself.',
  circle: ({ steps }: { steps: string }) =>
    `These steps wait for one another in a circle: ${steps}.`,
  noSuchFact: ({ fact }: { fact: string }) => `Canopy knows no fact ${isolated(fact)}.`,
  noSuchPage: ({ page }: { page: string }) => `There is no page ${isolated(page)}.`,
  draftIncomplete: 'The draft cannot be published like this.',
  noSuchVersion: 'There is no such version of its template.',
  isDone: 'The onboarding is done.',
  isNewer: 'The onboarding runs on this version already, or on a newer one.',
  discarded: 'There is no draft any more: it was published or discarded meanwhile.',
};
