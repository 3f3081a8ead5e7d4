/**
 * How many UTF-16 units each text of people has at most. The server refuses more, and the fields
 * that take the text stop there, so both read it here.
 */
export const LENGTHS = {
  /** Of an organisation or a person. */
  name: 200,
  /** Of a thing that belongs to somebody: a passkey, a token, a provider. */
  label: 60,
  /** Of a step of an onboarding. */
  step: 120,
  email: 254,
  password: 256,
  code: 40,
  reason: 500,
  description: 2000,
  note: 4000,
  externalId: 256,
  phone: 60,
  street: 200,
  postalCode: 20,
  place: 120,
  taxId: 40,
} as const;
