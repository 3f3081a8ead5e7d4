import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../../shared/access/roles.ts';

const GrantSchema = defineEntity({
  name: 'Grant',
  tableName: 'grants',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    role: p.string().$type<Role>(),
    organisationId: p.uuid().index(),
    createdAt: p.datetime(3),
    /** When it ends by itself: access through a barrier; `null` for what lasts. */
    expiresAt: p.datetime(3).strictNullable(),
    /** The request or the broken glass that it comes from. */
    accessRequestId: p.uuid().index().strictNullable(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['accountId', 'organisationId'] }],
});

/** A role that an account holds at an organisation and below it; at most one for each pair. */
export class Grant extends GrantSchema.class {}
GrantSchema.setClass(Grant);
