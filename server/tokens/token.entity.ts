import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../../shared/access/roles.ts';

const TokenSchema = defineEntity({
  name: 'Token',
  tableName: 'api_tokens',
  properties: {
    id: p.uuid().primary(),
    /** The SHA-256 of the token's text: a copy of the table opens nothing. */
    tokenHash: p.string().unique(),
    /** In whose name it acts. */
    accountId: p.uuid().index(),
    organisationId: p.uuid().index(),
    role: p.string().$type<Role>(),
    name: p.string(),
    /** Who made it, by a role held where: for a machine account that is somebody else. */
    madeById: p.uuid().strictNullable(),
    madeByName: p.string().strictNullable(),
    madeFromId: p.uuid().strictNullable(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    lastUsedAt: p.datetime(3).strictNullable(),
    version: p.integer().version(),
  },
});

/** A key for programs: one role at one organisation, for a time. */
export class Token extends TokenSchema.class {}
TokenSchema.setClass(Token);
