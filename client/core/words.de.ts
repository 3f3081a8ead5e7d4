import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  today: 'Heute',
  yesterday: 'Gestern',
} satisfies Words<typeof en>;
