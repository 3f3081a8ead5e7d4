import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { Config } from '../core/env.ts';
import { findKeyFile, KEY_BYTES, openKeyFile } from '../core/key-file.ts';
import type { AuditCheckpoint } from './audit-checkpoint.entity.ts';

const KEY_FILE = 'audit.key';
/** What comes before the seed of an Ed25519 key in PKCS #8. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What is signed: how far the audit had come, or up to where its records were let go. */
export type Signed = 'checkpoint' | 'floor';

/** What a checkpoint says, and a floor too. */
export type Statement = Pick<AuditCheckpoint, 'number' | 'recordSeq' | 'hash' | 'count' | 'at'>;

/** The audit key signs checkpoints and floors, and tells its own signatures from others. */
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
  return new AuditKey(
    config.auditKey === null ? openKeyFile(config.dataDir, KEY_FILE) : seedFrom(config.auditKey),
  );
}

/** The same for who only checks: a key that is not there is not made. */
export function findAuditKey(config: KeyConfig): AuditKey | null {
  if (config.auditKey !== null) return new AuditKey(seedFrom(config.auditKey));
  const seed = findKeyFile(config.dataDir, KEY_FILE);
  return seed ? new AuditKey(seed) : null;
}

function seedFrom(text: string): Buffer {
  return Buffer.from(hkdfSync('sha256', text, 'canopy', 'audit checkpoints', KEY_BYTES));
}
