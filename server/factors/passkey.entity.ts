import { defineEntity, p } from '@mikro-orm/core';

const PasskeySchema = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().index(),
    name: p.string(),
    /** As the authenticator calls it, base64url. */
    credentialId: p.text().unique(),
    publicKey: p.text(),
    counter: p.bigint('number'),
    transports: p.json().$type<string[]>(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3).strictNullable(),
  },
});

/** A key pair of which an authenticator holds the private half. */
export class Passkey extends PasskeySchema.class {}
PasskeySchema.setClass(Passkey);
