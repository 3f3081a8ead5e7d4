import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';

export const en = {
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
