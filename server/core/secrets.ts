import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Config } from './env.ts';
import { KEY_BYTES, openKeyFile } from './key-file.ts';

const KEY_FILE = 'secret.key';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed text that this server's key does not open: after a restore without the key, say. */
export class Unopenable extends Error {}

/**
 * The vault encrypts what has to be read again and so cannot be hashed. What is sealed for one
 * purpose and owner opens for no other: a row copied to somebody else's account is worth nothing
 * there.
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

  /**
   * The box throws `Unopenable` where it was sealed with another key, for something else, or
   * changed.
   */
  open(sealed: string, purpose: string, owner: string): string {
    try {
      return this.#open(sealed, purpose, owner);
    } catch (error) {
      throw new Unopenable(`What was sealed for ${purpose} does not open.`, { cause: error });
    }
  }

  #open(sealed: string, purpose: string, owner: string): string {
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
  return new Secrets(secretKey === null ? openKeyFile(dataDir, KEY_FILE) : Buffer.from(secretKey));
}
