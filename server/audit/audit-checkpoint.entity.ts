import { defineEntity, p } from '@mikro-orm/core';

const AuditCheckpointSchema = defineEntity({
  name: 'AuditCheckpoint',
  tableName: 'audit_checkpoints',
  properties: {
    /** From 1, without gaps. */
    number: p.integer().primary().autoincrement(false),
    /** The last record that it covers, and that record's hash. */
    recordSeq: p.bigint('number'),
    hash: p.string(),
    /** How many records there were up to it. */
    count: p.bigint('number'),
    at: p.datetime(3),
    signature: p.string(),
  },
});

/** A signed statement of how far the audit had come: what is cut off behind it is missed. */
export class AuditCheckpoint extends AuditCheckpointSchema.class {}
AuditCheckpointSchema.setClass(AuditCheckpoint);
