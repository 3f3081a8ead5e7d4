import { formats } from '../core/words/formats.ts';

export const en = {
  noSuchList: 'There is no such list.',
  tooMany: ({ most }: { most: number }) =>
    `There are ${formats().number(most)} saved views already. Delete one that nobody needs.`,
  onlyOwnDefault: 'Only a view of your own can be the one that you begin with.',
};
