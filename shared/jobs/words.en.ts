import { formats } from '../core/words/formats.ts';
import { plural } from '../core/words/plural.ts';

export const en = {
  onlyWaiting: 'Only a job that waits can be cancelled.',
  onlyEnded: 'Only a job that failed, was cancelled or is uncertain can be repeated.',
  haveFailed: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 job has failed.',
      other: `${formats().number(count)} jobs have failed.`,
    }),
  areUncertain: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 job may or may not have been carried out.',
      other: `${formats().number(count)} jobs may or may not have been carried out.`,
    }),
};
