import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    started: ({ who, place }) => parts`${who} hat das Onboarding von ${place} begonnen`,
    'onboarding.edit': ({ who, place }) =>
      parts`${who} hat einen Onboarding-Schritt von ${place} geändert`,
    'onboarding.complete': ({ who, place }) =>
      parts`${who} hat einen Onboarding-Schritt von ${place} abgeschlossen`,
    'onboarding.reopen': ({ who, place }) =>
      parts`${who} hat einen Onboarding-Schritt von ${place} wieder geöffnet`,
    'onboarding.waive': ({ who, place }) =>
      parts`${who} hat auf einen Onboarding-Schritt von ${place} verzichtet`,
  },
} satisfies Words<typeof en>;
