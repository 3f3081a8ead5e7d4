import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  hello: ({ name }) => `Guten Tag ${name},`,
} satisfies Words<typeof en>;
