import { defineEntity, p } from '@mikro-orm/core';
import { updatedAtColumn } from '../core/db/updated-at.ts';

const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_views',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    /** Whose it is; `null` for those that the organisation shares. */
    accountId: p.uuid().strictNullable().index(),
    list: p.string(),
    name: p.string(),
    query: p.json<Record<string, string>>(),
    isDefault: p.boolean().default(false),
    updatedAt: updatedAtColumn(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['organisationId', 'list'] }],
});

/** A name for what a list is asked for. It holds no record, so it is in no log. */
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
