import { isolated } from '../../shared/core/isolated.ts';
import { plural } from '../../shared/core/words/plural.ts';
import { formats } from '../../shared/core/words/formats.ts';

export const en = {
  title: 'Operations',
  about:
    'Mails and other work that runs beside requests. What failed says why, and can be repeated.',
  show: 'Show',
  all: 'Everything',
  kinds: { mail: 'Mail', 'check-upload': 'Check of a file' } as Record<string, string>,
  states: {
    queued: 'Waiting',
    running: 'Running',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
    uncertain: 'Uncertain',
  },
  uncertainHint:
    'It may have left before the server stopped. It is not repeated by itself, so that nobody gets it twice.',
  columns: {
    what: 'What',
    state: 'State',
    error: 'What came of it',
    tried: 'Tried',
    queued: 'Queued',
  },
  tried: ({ count }: { count: number }) =>
    plural(count, { one: 'Once', other: `${formats().number(count)} times` }),
  notTried: 'Not yet',
  repeat: ({ what }: { what: string }) => `Repeat ${isolated(what)}`,
  cancel: ({ what }: { what: string }) => `Cancel ${isolated(what)}`,
  none: 'Nothing has been queued yet',
  noneHint: 'Mails appear here from the moment they are queued, for thirty days.',
  noneSuch: 'Nothing in this state.',
  earlier: 'Show earlier',
  notChanged: 'This could not be changed',
  counts: ({ done, failed, total }: { done: number; failed: number; total: number }) =>
    failed > 0
      ? `${formats().number(done)} of ${formats().number(total)} done, ${formats().number(failed)} not.`
      : `${formats().number(done)} of ${formats().number(total)} done.`,
  outcomes: ({ what }: { what: string }) => `What became of each row of ${isolated(what)}`,
  deeds: {
    'bulk.start': 'Started a change of many records',
    'job.cancel': 'Cancelled a job',
    'job.retry': 'Repeated a job',
  },
};
