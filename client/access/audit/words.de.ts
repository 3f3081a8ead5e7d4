import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: { grant: 'Rolle' },
  deeds: {
    'grant.change': 'Rolle geändert',
    'grant.give': 'Rolle vergeben',
    'grant.revoke': 'Rolle entzogen',
  },
} satisfies Words<typeof en>;
