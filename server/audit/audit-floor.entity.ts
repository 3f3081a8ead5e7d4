import { defineEntity, p } from '@mikro-orm/core';

const AuditFloorSchema = defineEntity({
  name: 'AuditFloor',
  tableName: 'audit_floors',
  properties: {
    /** Of the checkpoint up to which records were let go; this and the next three are its own. */
    number: p.integer().primary().autoincrement(false),
    recordSeq: p.bigint('number'),
    hash: p.string(),
    count: p.bigint('number'),
    /** When they were let go. */
    at: p.datetime(3),
    signature: p.string(),
  },
});

/** A signed statement of where the audit begins: what came before went after its retention. */
export class AuditFloor extends AuditFloorSchema.class {}
AuditFloorSchema.setClass(AuditFloor);
