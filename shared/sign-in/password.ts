import type { Said } from '../core/words/said.ts';
import { says } from './words.ts';

/** The least length where a password alone signs in. */
export const MIN_PASSWORD_LENGTH = 15;

/** The least length where a second factor stands beside it. */
const MIN_LENGTH_WITH_SECOND_FACTOR = 8;

/** The least length of a password, by whether a rule asks its account for a second factor. */
export function minPasswordLength(isSecondFactorAsked: boolean): number {
  return isSecondFactorAsked ? MIN_LENGTH_WITH_SECOND_FACTOR : MIN_PASSWORD_LENGTH;
}

/** Passwords that lists of breached ones contain, and ours by name. */
const common = [
  'password',
  'passw0rd',
  'password1',
  'password123',
  '12345678',
  '123456789',
  '1234567890',
  'qwertyuiop',
  'qwerty123',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'letmein1',
  'welcome1',
  'trustno1',
  'passwordpassword',
  'password12345678',
  '123456789012345',
  '1234567890123456',
  'qwertyuiopasdfgh',
  'qwertyuiopasdfghjkl',
  'iloveyouiloveyou',
  'letmeinletmeinletmein',
  'administrator123',
  'correcthorsebatterystaple',
  'correct horse battery staple', // eslint-disable-line canopy/literal-text -- a password
];

/**
 * Why a password is not acceptable, in a sentence, or `null` where it is. No composition rules:
 * long, not common, not one letter or a run repeated, and not made of the person's or the
 * product's names. `names` are the display name and the e-mail address.
 */
export function whyNotPassword(
  password: string,
  names: readonly string[],
  least = MIN_PASSWORD_LENGTH,
): Said | null {
  if ([...password].length < least) {
    return says.passwordTooShort({ least });
  }
  const plain = password.toLowerCase();
  if (common.includes(plain) || /^(.{1,4})\1+.{0,3}$/u.test(plain)) {
    return says.passwordGuessable;
  }
  const words = [...names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)), 'canopy'];
  const rest = words
    .filter((word) => word.length >= 3)
    .reduce((text, word) => text.replaceAll(word, ''), plain);
  if (rest.length < 6) return says.passwordOfName;
  return null;
}
