import { defineEntity, p } from '@mikro-orm/core';

const TotpFactorSchema = defineEntity({
  name: 'TotpFactor',
  tableName: 'totp_factors',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().index(),
    /** The shared secret, encrypted for this account. */
    sealedSecret: p.text(),
    createdAt: p.datetime(3),
    /** It counts from here on: the person has shown a code of it. */
    confirmedAt: p.datetime(3).strictNullable(),
    /** The thirty seconds whose code was used last; none counts twice. */
    lastStep: p.integer(),
  },
});

/** An authenticator app that shows codes by the time. */
export class TotpFactor extends TotpFactorSchema.class {}
TotpFactorSchema.setClass(TotpFactor);
