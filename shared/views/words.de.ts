import { formats } from '../core/words/formats.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  noSuchList: 'Diese Liste gibt es nicht.',
  tooMany: ({ most }) =>
    `Es gibt schon ${formats().number(most)} gespeicherte Ansichten. Löschen Sie eine, die niemand braucht.`,
  onlyOwnDefault: 'Nur mit einer eigenen Ansicht kann die Liste beginnen.',
} satisfies Words<typeof en>;
