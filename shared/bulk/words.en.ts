import { formats } from '../core/words/formats.ts';

export const en = {
  noSuchAction: 'There is no such action for many rows.',
  noSuchList: 'The rows of this list cannot be meant as a whole.',
  eitherIdsOrList: 'Say either which rows (ids) or which list is meant.',
  tooManyRows: ({ most }: { most: number }) =>
    `At most ${formats().number(most)} rows can be changed at once. Narrow the list.`,
  nothingMeant: 'The list is empty.',
  tooManyJobs: 'You have started many changes of many rows. Wait a moment before the next.',
  sessionOver: 'You signed out, or may not sign in any more. What was done is kept.',
  roleEnded: 'A role that it was started with has ended. What was done is kept.',
};
