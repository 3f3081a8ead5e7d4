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
    /** When temporary access ends; `null` for a lasting grant. */
    expiresAt: p.datetime(3).strictNullable(),
    /** The access request or emergency access that the grant came from. */
    accessRequestId: p.uuid().index().strictNullable(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['accountId', 'organisationId'] }],
});

/** A role that an account holds at an organisation and below it; at most one for each pair. */
export class Grant extends GrantSchema.class {}
GrantSchema.setClass(Grant);
