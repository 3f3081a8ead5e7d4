import { defineEntity, p } from '@mikro-orm/core';

const AuditMarkSchema = defineEntity({
  name: 'AuditMark',
  tableName: 'audit_marks',
  properties: {
    recordSeq: p.bigint('number').primary().autoincrement(false),
    /** Of the request that marked, as the marking's own audit record has it. */
    requestId: p.string().index(),
    reason: p.text(),
    at: p.datetime(3),
  },
});

/**
 * A statement that no person attempted what a record tells of. The record stays as it is; the
 * marking's own record in the chain holds a digest of these rows, so none can be added or lost.
 */
export class AuditMark extends AuditMarkSchema.class {}
AuditMarkSchema.setClass(AuditMark);
