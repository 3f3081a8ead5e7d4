import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../../shared/access/roles.ts';

const TokenSchema = defineEntity({
  name: 'Token',
  tableName: 'api_tokens',
  properties: {
    id: p.uuid().primary(),
    /** The SHA-256 of the token's text: a copy of the table opens nothing. */
    tokenHash: p.string().unique(),
    /** Whoever made it, and in whose name it acts. */
    accountId: p.uuid().index(),
    organisationId: p.uuid().index(),
    role: p.string().$type<Role>(),
    name: p.string(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    lastUsedAt: p.datetime(3).strictNullable(),
    version: p.integer().version(),
  },
});

/** A key for programs: one role at one organisation, for a time. */
export class Token extends TokenSchema.class {}
TokenSchema.setClass(Token);
