import { defineEntity, p } from '@mikro-orm/core';

const LinkedIdentitySchema = defineEntity({
  name: 'LinkedIdentity',
  tableName: 'linked_identities',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().index(),
    /** By whom it was linked, and by whom it opens the account. */
    providerId: p.uuid().index(),
    issuer: p.text(),
    subject: p.text(),
    /** As the provider called the person last; shown, never looked up. */
    email: p.string(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3).strictNullable(),
  },
  uniques: [{ properties: ['issuer', 'subject'] }],
});

/** Somebody at a provider, by issuer and subject, who opens an account here. */
export class LinkedIdentity extends LinkedIdentitySchema.class {}
LinkedIdentitySchema.setClass(LinkedIdentity);
