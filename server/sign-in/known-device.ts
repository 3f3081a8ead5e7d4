import { randomBytes } from 'node:crypto';
import type { Secrets } from '../core/secrets.ts';

const PURPOSE = 'known device';

/**
 * What a browser is given when somebody has signed in with it. It opens nothing: it only keeps
 * other people's failures from slowing this browser down, where all come from one address, or
 * from locking it out.
 */
export function markDevice(secrets: Secrets, email: string): string {
  const id = randomBytes(16).toString('base64url');
  return `${id}.${secrets.sign(`${id} ${email}`, PURPOSE)}`;
}

/** The device that somebody has signed in with before; `null` where no mark of it is theirs. */
export function deviceOf(secrets: Secrets, marks: readonly string[], email: string): string | null {
  for (const mark of marks) {
    const [id = '', signature = ''] = mark.split('.');
    if (secrets.isSigned(`${id} ${email}`, PURPOSE, signature)) return id;
  }
  return null;
}
