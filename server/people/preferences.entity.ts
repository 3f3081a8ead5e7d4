import { defineEntity, p } from '@mikro-orm/core';
import type { FormatLocale, Language } from '../../shared/core/words/language.ts';
import { updatedAtColumn } from '../core/db/updated-at.ts';

const AccountPreferencesSchema = defineEntity({
  name: 'AccountPreferences',
  tableName: 'account_preferences',
  properties: {
    accountId: p.uuid().primary(),
    language: p.string().$type<Language>().strictNullable(),
    timeZone: p.string().strictNullable(),
    /** The locale whose conventions dates and numbers are written by. */
    formats: p.string().$type<FormatLocale>().strictNullable(),
    updatedAt: updatedAtColumn(),
    version: p.integer().version(),
  },
});

/** How somebody wants to be spoken to. Nobody else sees it, so it is in no log. */
export class AccountPreferences extends AccountPreferencesSchema.class {}
AccountPreferencesSchema.setClass(AccountPreferences);
