import { defineEntity, p } from '@mikro-orm/core';

/** What a use case returned, and behind which barriers it stood who was told. */
export interface KeptAnswer {
  value: unknown;
  /** The ids of organisations. */
  inside: string[];
  /** Organisations that it tells of and that the person could see then; none in older answers. */
  seen?: string[];
}

const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    accountId: p.string().primary(),
    key: p.string().primary(),
    requestHash: p.string(),
    /** As it was written: `jsonb` would put its fields in another order. */
    answer: p.json().$type<KeptAnswer>().columnType('json'),
    createdAt: p.datetime(3).index(),
  },
});

/** A create that was carried out, by the key its caller chose; kept for 24 hours. */
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
