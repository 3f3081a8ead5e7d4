import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  noSuchLanguage:
    'In dieser Sprache gibt es keine Texte. Wählen Sie Englisch (en) oder Deutsch (de).',
  noSuchTimeZone:
    'Diese Zeitzone gibt es nicht. Wählen Sie eine mit Namen, etwa Europe/Berlin; Abstände zu UTC kennen keine Sommerzeit.',
  noSuchFormats: 'Wählen Sie eine dieser Schreibweisen: en-GB, en-US, de-DE, de-AT, de-CH.',
} satisfies Words<typeof en>;
