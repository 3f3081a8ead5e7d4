import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';
import { plural } from '../core/words/plural.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  giveReason: 'Nennen Sie den Grund.',
  reasonTooLong: 'Ein Grund hat höchstens 500 Zeichen.',
  day: 'Geben Sie einen Tag ein, etwa 2026-03-01.',
  dayFarAway: 'Geben Sie einen Tag von 2000 bis 2200 ein.',
  ownerOutside: 'Diese Person hat keine Rolle, die bis hierher reicht.',
  notByHand:
    'Dieser Schritt ist erledigt, sobald es so ist; niemand kann ihn von Hand abschließen.',
  alreadyDone: 'Dieser Schritt ist schon erledigt.',
  alreadyWaived: 'Auf diesen Schritt wurde schon verzichtet. Öffnen Sie ihn zuerst wieder.',
  isOpen: 'Dieser Schritt ist offen.',
  writeSomething: 'Schreiben Sie zuerst etwas.',
  noteTooLong: 'Eine Notiz hat höchstens 4.000 Zeichen.',
  nobodyAbove: 'Über Ihnen ist niemand, für den die Notiz sein könnte.',
  nobodyBelow: 'Unter Ihnen ist niemand, für den die Notiz sein könnte.',
  mentionOutside: 'Jemand, den die Notiz erwähnt, kann darin nicht erwähnt werden.',
  tooManyMentions: 'Eine Notiz erwähnt höchstens 20 Personen.',
  tooManyNotes:
    'Für diese Personen gibt es schon 200 Notizen. Entfernen Sie zuerst eine von Ihnen.',
  notTheirs: 'Eine Notiz entfernt nur, wer sie geschrieben hat.',
  completedBy: ({ name }) => `${isolated(name)} hat ihn abgeschlossen.`,
  waivedBy: ({ name }) => `${isolated(name)} hat darauf verzichtet.`,

  mentionedAt: ({ who, name }) =>
    `${isolated(who)} hat Sie in einer Notiz zum Onboarding von ${isolated(name)} erwähnt.`,
  stepIsYours: ({ name }) => `Ein Schritt im Onboarding von ${isolated(name)} liegt bei Ihnen.`,
  onboardingWaits: ({ name }) =>
    `Das Onboarding von ${isolated(name)} wartet auf die eigenen Administratoren.`,
  onboardingOpen: ({ name }) =>
    `Das Onboarding von ${isolated(name)} ist nicht fertig, und von oben sieht niemand, worauf es wartet.`,
  areStalled: ({ count }) =>
    plural(count, {
      one: '1 Onboarding kommt nicht voran.',
      other: `${formats().number(count)} Onboardings kommen nicht voran.`,
    }),
  inFlight: 'Laufende Onboardings',
  inFlightMeans: 'Alle Onboardings hier und darunter, die noch nicht abgeschlossen sind.',
} satisfies Words<typeof en>;
