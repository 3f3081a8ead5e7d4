import { parts } from '../../shared/core/words/parts.ts';
import type { Subjects } from './activity.ts';

export const en = {
  today: 'Today',
  yesterday: 'Yesterday',
  feed: {
    added: ({ who, place }: Subjects) => parts`${who} added a record to ${place}`,
    removed: ({ who, place }: Subjects) => parts`${who} removed a record from ${place}`,
    changed: ({ who, place }: Subjects) => parts`${who} changed a record of ${place}`,
  },

  unreachable: 'Canopy could not be reached',
  unreachableAdvice: 'What you typed is kept. Check the connection, then try again.',
  fault: 'Something went wrong in this page',
  faultAdvice: 'Reload it, then try again.',
  /** What to do about a refusal, by its code. */
  advice: {
    'request.headers-too-large': 'Delete the cookies of this address in the browser, then reload.',
    'request.too-many': 'Wait a little, then try again.',
    'server.full': 'Nothing was changed. Whoever runs this server has to make room on its disk.',
    'server.unavailable': 'Nothing is lost. Try again in a moment.',
    'server.fault': 'Nothing was changed. Try again; if it stays, tell whoever runs this server.',
    'not-found': 'It may have been deleted, or your roles do not reach it.',
  },
  intercepted: ({ status }: { status: number }) =>
    `Something between this page and Canopy refused the request (${status})`,

  checks: 'What was checked',
  passed: 'Passed:',
  failed: 'Failed:',
  checkNames: {
    role: 'Role',
    relationship: 'Scope',
    parent: 'Place',
    'self-provisioning': 'Delegation',
    barrier: 'Barrier',
    state: 'State',
  },
};
