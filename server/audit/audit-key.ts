import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../core/env.ts';
import type { AuditCheckpoint } from './audit-checkpoint.entity.ts';

const KEY_FILE = 'audit.key';
const SEED_BYTES = 32;
/** What comes before the seed of an Ed25519 key in PKCS #8. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What is signed: how far the audit had come, or up to where its records were let go. */
export type Signed = 'checkpoint' | 'floor';

/** What a checkpoint says, and a floor too. */
export type Statement = Pick<AuditCheckpoint, 'number' | 'recordSeq' | 'hash' | 'count' | 'at'>;

/** Signs checkpoints and floors, and tells its own signatures from others. */
export class AuditKey {
  readonly #private: KeyObject;
  readonly #public: KeyObject;

  constructor(seed: Buffer) {
    const key = Buffer.concat([PKCS8_HEAD, seed]);
    this.#private = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    this.#public = createPublicKey(this.#private);
  }

  /** A short name of the key, to tell one from another. */
  get fingerprint(): string {
    const bytes = this.#public.export({ format: 'der', type: 'spki' });
    return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  }

  sign(what: Signed, statement: Statement): string {
    return sign(null, bytesOf(what, statement), this.#private).toString('base64url');
  }

  isSigned(what: Signed, statement: Statement, signature: string): boolean {
    const bytes = bytesOf(what, statement);
    return verify(null, bytes, this.#public, Buffer.from(signature, 'base64url'));
  }
}

function bytesOf(what: Signed, { number, recordSeq, hash, count, at }: Statement): Buffer {
  const parts = [number, Number(recordSeq), hash, Number(count), at.toISOString()];
  return Buffer.from(JSON.stringify([`canopy audit ${what}`, ...parts]));
}

type KeyConfig = Pick<Config, 'auditKey' | 'dataDir'>;

/**
 * The key that is configured, or this data directory's own, made at the first start. Nodes that
 * share a database must be given the same, or none can check what the others signed.
 */
export function openAuditKey(config: KeyConfig): AuditKey {
  if (config.auditKey === null) {
    fs.mkdirSync(config.dataDir, { recursive: true });
    const options = { mode: 0o600, flag: 'wx', flush: true } as const;
    try {
      fs.writeFileSync(fileOf(config), randomBytes(SEED_BYTES), options);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }
  const key = findAuditKey(config);
  if (!key) throw new Error('The audit key was taken away while it was read.');
  return key;
}

/** The same for who only checks: a key that is not there is not made. */
export function findAuditKey(config: KeyConfig): AuditKey | null {
  if (config.auditKey !== null) return new AuditKey(seedFrom(config.auditKey));
  const file = fileOf(config);
  return fs.existsSync(file) ? new AuditKey(fs.readFileSync(file)) : null;
}

function fileOf({ dataDir }: KeyConfig): string {
  return path.join(dataDir, KEY_FILE);
}

function seedFrom(text: string): Buffer {
  return Buffer.from(hkdfSync('sha256', text, 'canopy', 'audit checkpoints', SEED_BYTES));
}
