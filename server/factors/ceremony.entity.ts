import { defineEntity, p } from '@mikro-orm/core';

/** What the signature is for: an answer to one is none to another. */
export type CeremonyPurpose = 'enrol' | 'prove' | 'sign-in';

const CeremonySchema = defineEntity({
  name: 'Ceremony',
  tableName: 'ceremonies',
  properties: {
    /** The SHA-256 of what the browser holds in a cookie: an answer counts only from there. */
    browserHash: p.string().primary(),
    challenge: p.string(),
    purpose: p.string().$type<CeremonyPurpose>(),
    /** Whose it is; nobody's yet where a passkey alone signs in. */
    accountId: p.uuid().strictNullable(),
    expiresAt: p.datetime(3).index(),
  },
});

/** A challenge that waits for an authenticator to sign it. */
export class Ceremony extends CeremonySchema.class {}
CeremonySchema.setClass(Ceremony);
