import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  news: 'Neues in Ihrem Posteingang',
  several: ({ count }) =>
    plural(count, {
      one: '(einmal)',
      other: `(${formats().number(count)} Mal)`,
    }),
  openInbox: 'Öffnen Sie Ihren Posteingang:',
  choose: 'Was per E-Mail kommt und wann, können Sie wählen:',
} satisfies Words<typeof en>;
