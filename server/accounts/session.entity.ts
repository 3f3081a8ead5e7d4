import { defineEntity, p } from '@mikro-orm/core';

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    /** The SHA-256 of the cookie's token: a copy of the table opens nothing. */
    tokenHash: p.string().primary(),
    /** The name by which it is listed and ended. */
    id: p.uuid().unique(),
    accountId: p.uuid().index(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3),
    expiresAt: p.datetime(3).index(),
    address: p.string(),
    userAgent: p.string(),
  },
});

/** Somebody signed in, on one device. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
