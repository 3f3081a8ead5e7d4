import { defineEntity, p } from '@mikro-orm/core';

const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notices',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    kind: p.string(),
    /** What it is counted with: another of the same raises the count of the one that is unread. */
    groupKey: p.string(),
    /** The record that it is about, the latest of them. */
    recordId: p.uuid(),
    organisationId: p.uuid().strictNullable(),
    count: p.integer(),
    /** Its place in the order in which this account was told; a later one of the group moves it up. */
    seq: p.integer(),
    firstAt: p.datetime(3),
    lastAt: p.datetime(3).index(),
    readAt: p.datetime(3).strictNullable(),
    /** When it goes by mail if it is still unread; `null` where it does not, or went. */
    mailDueAt: p.datetime(3).strictNullable(),
  },
  indexes: [
    { properties: ['accountId', 'seq'] },
    { properties: ['mailDueAt'], where: 'mail_due_at is not null' },
  ],
  uniques: [
    {
      name: 'notices_unread_unique',
      properties: ['accountId', 'groupKey'],
      where: 'read_at is null',
    },
  ],
});

/** Something that an account is told of; only ids, so that it says no more than its reader may see. */
export class Notice extends NoticeSchema.class {}
NoticeSchema.setClass(Notice);
