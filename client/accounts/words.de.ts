import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  preferences: 'Einstellungen',
  preferencesLead: 'Nur für Sie. Auch E-Mails an Sie richten sich danach.',
  language: 'Sprache',
  timeZone: 'Zeitzone',
  timeZoneHelp: ({ time }) => `Dort ist es jetzt ${time} Uhr.`,
  formats: 'Datum und Zahlen',
  asBrowser: 'Wie im Browser',
  formatLocales: {
    'en-GB': 'Englisch (Vereinigtes Königreich)',
    'en-US': 'Englisch (USA)',
    'de-DE': 'Deutsch (Deutschland)',
    'de-AT': 'Deutsch (Österreich)',
    'de-CH': 'Deutsch (Schweiz)',
  },
} satisfies Words<typeof en>;
