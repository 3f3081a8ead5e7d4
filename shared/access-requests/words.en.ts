import { type Role, roleTitle } from '../access/roles.ts';
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
  asksForAccess: ({ name, role }: { name: string; role: Role }) =>
    `${isolated(name)} asks for access as ${roleTitle(role)}.`,
  glassIsBroken: ({ name }: { name: string }) => `${isolated(name)} has emergency access.`,
  askedForAccess: ({ name }: { name: string }) =>
    `${isolated(name)} asked for access; that is settled.`,
  glassWasBroken: ({ name }: { name: string }) =>
    `${isolated(name)} had emergency access; it is over.`,
  requestApproved: ({ name }: { name: string }) => `You have access to ${isolated(name)}.`,
  requestDeclined: ({ name }: { name: string }) =>
    `Your request for access to ${isolated(name)} was declined.`,
  accessEnded: ({ name }: { name: string }) => `Your access to ${isolated(name)} has ended.`,
  ownRequestWaits: ({ role }: { role: Role }) =>
    `Your request for access as ${roleTitle(role)} has not been answered.`,
  ownAccessEnds: ({ role }: { role: Role }) => `Your access as ${roleTitle(role)} ends.`,
  reason: 'Enter a reason: the administrators inside see it.',
  reasonTooLong: 'At most 500 characters.',
  days: 'Enter a number of days.',
  wholeDays: 'Enter whole days.',
  hours: 'Enter a number of hours.',
  wholeHours: 'Enter whole hours.',
};
