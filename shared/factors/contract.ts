import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { LENGTHS } from '../core/lengths.ts';
import { Id } from '../core/contract.ts';
import { Label } from '../core/line.ts';
import { NextStep } from '../sign-in/contract.ts';

/** The six digits of an authenticator app, or a recovery code; spaces and dashes do not count. */
const Code = z.string().trim().min(1, fixedText(says.giveCode)).max(LENGTHS.code);

export const ShowCode = z.strictObject({ code: Code });
export type ShowCode = z.infer<typeof ShowCode>;

/** What a browser hands on from an authenticator; what is in it is verified, not described. */
const Credential = z.looseObject({ id: z.string().max(2000), response: z.looseObject({}) });

export const ShowPasskey = z.strictObject({ response: Credential });
export type ShowPasskey = z.infer<typeof ShowPasskey>;

export const AddPasskey = z.strictObject({ name: Label, response: Credential });
export type AddPasskey = z.infer<typeof AddPasskey>;

export const NamePasskey = z.strictObject({ name: Label });
export type NamePasskey = z.infer<typeof NamePasskey>;

/** What a challenge is for: a new passkey, or showing one that is there. */
export const AskPasskey = z.strictObject({ purpose: z.enum(['enrol', 'prove']) });
export type AskPasskey = z.infer<typeof AskPasskey>;

/** The options of a WebAuthn ceremony, as browsers take them. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

/** One of the three shows that it is still the same person. */
export const Reauthenticate = z.union([
  z.strictObject({ password: z.string().min(1).max(LENGTHS.password) }),
  ShowCode,
  ShowPasskey,
]);
export type Reauthenticate = z.infer<typeof Reauthenticate>;

export const TotpFactor = z.object({ id: Id, createdAt: z.iso.datetime() });
export type TotpFactor = z.infer<typeof TotpFactor>;

export const Passkey = z.object({
  id: Id,
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

/** What the caller can show: second factors, and whether there is a password. */
export const OwnFactors = z.object({
  /** Whether there is a password: who always came in by a provider has none. */
  hasPassword: z.boolean(),
  totp: z.array(TotpFactor),
  passkeys: z.array(Passkey),
  /** How many recovery codes are left. */
  recoveryCodes: z.number().int(),
  /** Whether a rule asks for a second factor: the last one then stays. */
  isAsked: z.boolean(),
});
export type OwnFactors = z.infer<typeof OwnFactors>;

/** A new authenticator app: the secret is shown here and never again. */
export const NewTotp = z.object({ id: Id, secret: z.string(), uri: z.string() });
export type NewTotp = z.infer<typeof NewTotp>;

/** A factor that counts from now on; with the first one come recovery codes, shown this once. */
export const FactorAdded = z.object({
  recoveryCodes: z.array(z.string()).nullable(),
  next: NextStep,
});
export type FactorAdded = z.infer<typeof FactorAdded>;

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
