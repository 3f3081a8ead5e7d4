import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  onlyRefusedReads: 'Nur abgelehnte Lesezugriffe lassen sich markieren, etwa settings.view.',
} satisfies Words<typeof en>;
