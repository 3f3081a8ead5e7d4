import { defineEntity, p } from '@mikro-orm/core';

const AuditErasureSchema = defineEntity({
  name: 'AuditErasure',
  tableName: 'audit_erasures',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    /** Of the request that erased, as the erasure's own audit record has it. */
    requestId: p.string().index(),
    recordSeq: p.bigint('number').index(),
    /** The record's salt and details from then on. */
    salt: p.string(),
    detailsHash: p.string(),
  },
});

/**
 * What a record's details became when personal values were taken out of them. The erasure's own
 * record in the chain holds a digest of these rows, so none can be added to excuse a change.
 */
export class AuditErasure extends AuditErasureSchema.class {}
AuditErasureSchema.setClass(AuditErasure);
