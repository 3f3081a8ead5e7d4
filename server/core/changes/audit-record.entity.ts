import { defineEntity, p } from '@mikro-orm/core';
import type { Fields } from '../../../shared/core/merge-patch.ts';

const AuditRecordSchema = defineEntity({
  name: 'AuditRecord',
  tableName: 'audit_records',
  properties: {
    seq: p.bigint('number').primary().autoincrement(),
    at: p.datetime(3),
    /** A refused attempt is marked here, in what the hash covers (see `deniedAction`). */
    action: p.string().index(),
    actorId: p.string().index(),
    organisationId: p.uuid().strictNullable().index(),
    path: p.text().index(),
    requestId: p.string(),
    /** Names, values before and after, address: what may have to be erased one day. */
    details: p.json().$type<Fields>(),
    /** Keeps the hash of erased details from being guessed. */
    salt: p.string(),
    detailsHash: p.string(),
    previousHash: p.string(),
    hash: p.string(),
  },
});

/**
 * One accountable deed. Each record's hash covers the one before it and the salted hash of its
 * details, so a personal value can be erased without breaking the chain.
 */
export class AuditRecord extends AuditRecordSchema.class {}
AuditRecordSchema.setClass(AuditRecord);
