import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { refuseField } from '../../../shared/core/refusals.ts';
import { minPasswordLength, whyNotPassword } from '../../../shared/sign-in/password.ts';
import type { Waiter } from '../../core/bounds/fair-queue.ts';
import type { Bounds } from '../../core/bounds/bounds.ts';

const derive = promisify(argon2);
const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** Where passwords are hashed: on a node, whose line they wait in. */
export interface Hashing {
  bounds: Pick<Bounds, 'hashes'>;
}

/** What a password is judged by, besides itself. */
export interface PasswordFacts {
  /** The person's: it must not be made of them. */
  names: readonly string[];
  isSecondFactorAsked: boolean;
  /** The field that it was given in. */
  path: string;
}

/** The guard refuses a password that is too easy. */
export function requireAcceptable(
  password: string,
  { names, isSecondFactorAsked, path }: PasswordFacts,
): void {
  const why = whyNotPassword(password, names, minPasswordLength(isSecondFactorAsked));
  if (why) throw refuseField(path, why);
}

/** The Argon2id hash of a password, with its salt and parameters, in PHC form. */
export async function hashPassword(
  work: Hashing,
  waiter: Waiter,
  password: string,
): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await run(work, waiter, { password, nonce });
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether the password is the hash's. Without a hash the same work is done, and the answer is no. */
export async function verifyPassword(
  work: Hashing,
  waiter: Waiter,
  { hash, password }: { hash: string | null; password: string },
): Promise<boolean> {
  const [, , , , salt, tag] = (hash ?? '').split('$');
  const nonce = salt ? Buffer.from(salt, 'base64') : Buffer.alloc(16);
  const expected = tag ? Buffer.from(tag, 'base64') : Buffer.alloc(parameters.tagLength);
  const actual = await run(work, waiter, { password, nonce });
  return hash !== null && timingSafeEqual(actual, expected);
}

/** Hashing is slow by design: strangers wait in a short line, behind those who are known. */
function run(
  { bounds }: Hashing,
  waiter: Waiter,
  { password, nonce }: { password: string; nonce: Buffer },
): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  return bounds.hashes.run(waiter, () => derive('argon2id', { ...parameters, message, nonce }));
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
