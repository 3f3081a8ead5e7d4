/** The least length where a password alone signs in. */
export const MIN_PASSWORD_LENGTH = 15;

/** Long passwords that lists of breached ones contain, and ours by name. */
const common = [
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
  'correct horse battery staple',
];

/**
 * Why a password is not acceptable, in a sentence, or `null` where it is. No composition rules:
 * long, not common, not one letter or a run repeated, and not made of the person's or the
 * product's names. `names` are the display name and the e-mail address.
 */
export function whyNotPassword(password: string, names: readonly string[]): string | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH) {
    return `Use at least ${MIN_PASSWORD_LENGTH} characters; a sentence is fine.`;
  }
  const plain = password.toLowerCase();
  if (common.includes(plain) || /^(.{1,4})\1+.{0,3}$/u.test(plain)) {
    return 'This password is too easy to guess.';
  }
  const words = [...names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)), 'canopy'];
  const rest = words
    .filter((word) => word.length >= 3)
    .reduce((text, word) => text.replaceAll(word, ''), plain);
  if (rest.length < 6) return 'Do not make it of your own name or the product’s.';
  return null;
}
