import { defineEntity, p } from '@mikro-orm/core';
import type { MailChoice } from '../../shared/notices/mail-choices.ts';

const NoticePreferencesSchema = defineEntity({
  name: 'NoticePreferences',
  tableName: 'notice_preferences',
  properties: {
    accountId: p.uuid().primary(),
    /** By the kind of notices; what is not in it was never chosen. */
    choices: p.json().$type<Record<string, MailChoice>>(),
  },
});

/** How notices reach an account by mail. Nobody else sees it, so it is in no log. */
export class NoticePreferences extends NoticePreferencesSchema.class {}
NoticePreferencesSchema.setClass(NoticePreferences);
