import { defineEntity, p } from '@mikro-orm/core';

const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    accountId: p.string().primary(),
    key: p.string().primary(),
    requestHash: p.string(),
    /** What the use case returned, as it was written: `jsonb` would put its fields in another order. */
    answer: p.json().$type<unknown>().columnType('json'),
    createdAt: p.datetime(3).index(),
  },
});

/** A create that was carried out, by the key its caller chose; kept for 24 hours. */
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
