import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';

export const en = {
  byMail: 'Notices by e-mail',
  byMailLead:
    'What you have read in your inbox is not mailed. Mornings are those of your time zone.',
  kinds: {
    'role-given': 'Roles that you are given',
    'role-ended': 'Roles that end',
    'access-request': 'Requests for access, and emergency access',
    'access-answer': 'Answers to your requests for access',
    'step-assigned': 'Steps that you are to take care of',
    mentioned: 'Notes that mention you',
  },
  mails: {
    soon: 'After ten minutes',
    daily: 'In the morning, all in one',
    never: 'Never',
  },
  atOnce: 'Always, at once',
  inbox: 'Inbox',
  about: 'What you were told of. Opening this page marks nothing as read.',
  unread: ({ count }: { count: number }) =>
    plural(count, {
      one: 'Inbox, 1 unread',
      other: `Inbox, ${formats().number(count)} unread`,
    }),
  isUnread: 'Unread:',
  times: ({ count }: { count: number }) => `${formats().number(count)} times`,
  readAll: 'Mark all as read',
  notRead: 'Nothing was marked as read',
  nothing: 'No notices yet',
  nothingHint:
    'Roles that you are given, and answers to what you ask for, appear here by themselves.',
};
