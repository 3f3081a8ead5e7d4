import { defineEntity, p } from '@mikro-orm/core';

const PasswordResetSchema = defineEntity({
  name: 'PasswordReset',
  tableName: 'password_resets',
  properties: {
    /** The SHA-256 of the link's token. */
    tokenHash: p.string().primary(),
    accountId: p.uuid().index(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});

/** A link that lets its holder set another password, once. */
export class PasswordReset extends PasswordResetSchema.class {}
PasswordResetSchema.setClass(PasswordReset);
