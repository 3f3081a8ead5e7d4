import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  justNow: 'gerade eben',
  inAMoment: 'gleich',
} satisfies Words<typeof en>;
