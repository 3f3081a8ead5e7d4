import { defineEntity, p } from '@mikro-orm/core';

const RecoveryCodeSchema = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().index(),
    codeHash: p.string(),
    usedAt: p.datetime(3).strictNullable(),
  },
});

/** A code that stands in for a lost second factor, once. */
export class RecoveryCode extends RecoveryCodeSchema.class {}
RecoveryCodeSchema.setClass(RecoveryCode);
