import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: { token: 'API-Token' },
  deeds: {
    'token.make': 'API-Token erstellt',
    'token.revoke': 'API-Token widerrufen',
    'token.sweep': 'Abgelaufene API-Token entfernt',
  },
} satisfies Words<typeof en>;
