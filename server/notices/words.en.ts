import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';

export const en = {
  news: 'New in your inbox',
  several: ({ count }: { count: number }) =>
    plural(count, {
      one: '(once)',
      other: `(${formats().number(count)} times)`,
    }),
  openInbox: 'Open your inbox:',
  choose: 'You can choose what comes by mail, and when:',
};
