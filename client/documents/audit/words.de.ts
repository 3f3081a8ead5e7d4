import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  records: { document: 'Dokument' },
  deeds: {
    'document.upload': 'Dokument hochgeladen',
    'document.remove': 'Dokument entfernt',
    'document.restore': 'Dokument wiederhergestellt',
    'document.purge': 'Entfernte Dokumente gelöscht',
  },
} satisfies Words<typeof en>;
