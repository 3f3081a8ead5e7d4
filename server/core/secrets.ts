import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from './env.ts';

const KEY_FILE = 'secret.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what has to be read again and so cannot be hashed. What is sealed for one purpose and
 * owner opens for no other: a row copied to somebody else's account is worth nothing there.
 */
export class Secrets {
  readonly #root: Buffer;

  constructor(root: Buffer) {
    this.#root = root;
  }

  seal(text: string, purpose: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#keyFor(purpose), nonce);
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** Throws where it was sealed with another key, for something else, or was changed since. */
  open(sealed: string, purpose: string, owner: string): string {
    const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#keyFor(purpose), nonce);
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }

  /** A signature that only this server makes; what is signed can be read by everybody. */
  sign(text: string, purpose: string): string {
    return createHmac('sha256', this.#keyFor(purpose)).update(text).digest('base64url');
  }

  isSigned(text: string, purpose: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(text, purpose));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#root, 'canopy', purpose, KEY_BYTES));
  }
}

/**
 * The secrets under the configured key, or under one of this data directory's own, made at the
 * first start. Nodes that share a database must be given the same key.
 */
export function openSecrets({
  secretKey,
  dataDir,
}: Pick<Config, 'secretKey' | 'dataDir'>): Secrets {
  if (secretKey !== null) return new Secrets(Buffer.from(secretKey));
  fs.mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, KEY_FILE);
  try {
    fs.writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return new Secrets(fs.readFileSync(file));
}
