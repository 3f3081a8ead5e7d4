import { defineEntity, p } from '@mikro-orm/core';

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().index(),
    /** The SHA-256 of the link's token. */
    tokenHash: p.string().unique(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    usedAt: p.datetime(3).strictNullable(),
  },
});

/** A link that lets its holder set a password for an invited account, once. */
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);
