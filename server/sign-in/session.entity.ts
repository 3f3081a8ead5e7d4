import { defineEntity, p } from '@mikro-orm/core';
import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';

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
    /** When the person last showed who they are: sensitive acts ask for that anew. */
    provedAt: p.datetime(3).strictNullable(),
    /** When a second factor was shown, if one was. */
    secondFactorAt: p.datetime(3).strictNullable(),
    /** When a rule last asked more of it: its open sockets look again. */
    ruledAt: p.datetime(3).strictNullable(),
    /** The session whose place it took: sockets of that one come back under the new token. */
    renewsId: p.uuid().strictNullable(),
    /** By which path it began: `password`, or a provider's id. It ends where that is shut. */
    signInPath: p.string().default(PASSWORD_PATH),
    address: p.string(),
    userAgent: p.string(),
  },
});

/** Somebody signed in, on one device. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
