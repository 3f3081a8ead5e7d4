import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';
import { plural } from '../core/words/plural.ts';

export const en = {
  giveReason: 'Say why.',
  reasonTooLong: 'A reason has at most 500 characters.',
  day: 'Enter a day, such as 2026-03-01.',
  dayFarAway: 'Enter a day from 2000 to 2200.',
  ownerOutside: 'This person holds no role that reaches here.',
  notByHand: 'This step is done when it is so; nobody can tick it.',
  alreadyDone: 'This step is done already.',
  alreadyWaived: 'This step is waived already. Reopen it first.',
  isOpen: 'This step is open.',
  writeSomething: 'Write something first.',
  noteTooLong: 'A note has at most 4,000 characters.',
  nobodyAbove: 'There is nobody above you for whom the note could be.',
  nobodyBelow: 'There is nobody below you for whom the note could be.',
  mentionOutside: 'Somebody whom the note mentions cannot be mentioned in it.',
  tooManyMentions: 'A note mentions at most 20 people.',
  tooManyNotes: 'There are 200 notes for these people already. Remove one of yours first.',
  notTheirs: 'Only whoever wrote a note removes it.',
  completedBy: ({ name }: { name: string }) => `${isolated(name)} completed it.`,
  waivedBy: ({ name }: { name: string }) => `${isolated(name)} waived it.`,

  mentionedAt: ({ who, name }: { who: string; name: string }) =>
    `${isolated(who)} mentioned you in a note on the onboarding of ${isolated(name)}.`,
  stepIsYours: ({ name }: { name: string }) =>
    `A step of the onboarding of ${isolated(name)} is yours.`,
  onboardingWaits: ({ name }: { name: string }) =>
    `The onboarding of ${isolated(name)} waits on its own administrators.`,
  onboardingOpen: ({ name }: { name: string }) =>
    `The onboarding of ${isolated(name)} is not done, and nobody above sees what it waits on.`,
  areStalled: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 onboarding has stalled.',
      other: `${formats().number(count)} onboardings have stalled.`,
    }),
  inFlight: 'Onboardings in flight',
  inFlightMeans: 'All onboardings here and below that are not done yet.',
};
