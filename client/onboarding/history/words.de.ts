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
    movedOver: ({ who, place }) =>
      parts`${who} hat das Onboarding von ${place} auf eine neuere Version der Vorlage umgestellt`,
    'template.begin': ({ who }) =>
      parts`${who} hat einen Entwurf einer Onboarding-Vorlage begonnen`,
    'template.edit': ({ who }) => parts`${who} hat den Entwurf einer Onboarding-Vorlage geändert`,
    'template.discard': ({ who }) =>
      parts`${who} hat den Entwurf einer Onboarding-Vorlage verworfen`,
    'template.publish': ({ who }) => parts`${who} hat eine Onboarding-Vorlage veröffentlicht`,
  },
} satisfies Words<typeof en>;
