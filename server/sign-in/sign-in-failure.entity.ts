import { defineEntity, p } from '@mikro-orm/core';

const SignInFailureSchema = defineEntity({
  name: 'SignInFailure',
  tableName: 'sign_in_failures',
  properties: {
    id: p.uuid().primary(),
    /** The SHA-256 of the name that was tried, whether or not an account has it. */
    nameHash: p.string(),
    address: p.string(),
    at: p.datetime(3).index(),
  },
  indexes: [{ properties: ['nameHash', 'at'] }],
});

/** A password that was wrong, from a browser that nobody had signed in with before. */
export class SignInFailure extends SignInFailureSchema.class {}
SignInFailureSchema.setClass(SignInFailure);
