import { isolated } from '../core/isolated.ts';

export const en = {
  endFirst: 'You have access here already. End it first.',
  notYours: ({ name }: { name: string }) =>
    `Only ${isolated(name)} can withdraw this request; it can be refused.`,
  ownRequest: 'Nobody answers their own request.',
  notFirst: 'There is nobody to be invited first: somebody is inside.',
  disabled: 'The account is disabled.',
  notAccepted: 'The invitation has not been accepted yet.',
  homeSuspended: ({ name }: { name: string }) =>
    `${isolated(name)} is suspended, so nobody of it can sign in.`,
  reason: 'Enter a reason: the administrators inside see it.',
  reasonTooLong: 'At most 500 characters.',
  days: 'Enter a number of days.',
  wholeDays: 'Enter whole days.',
  hours: 'Enter a number of hours.',
  wholeHours: 'Enter whole hours.',
};
