import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { BadEnvironment } from './env.ts';
import { newId } from './new-id.ts';

/** The length in bytes of every key that a data directory keeps. */
export const KEY_BYTES = 32;

/**
 * A key of the data directory is read; a random one is made at the first start.
 *
 * A new key appears under its name only once it is whole and on the disk: a crash or a full disk
 * in between leaves no key, never half of one. Throws `BadEnvironment` for a file of another
 * length, since a cut-off key is one that anybody can compute.
 */
export function openKeyFile(dataDir: string, name: string): Buffer {
  fs.mkdirSync(dataDir, { recursive: true });
  return findKeyFile(dataDir, name) ?? makeKeyFile(dataDir, name);
}

/** Such a key is read without making one; `null` where there is none. */
export function findKeyFile(dataDir: string, name: string): Buffer | null {
  const file = path.join(dataDir, name);
  if (!fs.existsSync(file)) return null;
  const key = fs.readFileSync(file);
  if (key.length !== KEY_BYTES) {
    throw new BadEnvironment(
      `${file}: a key of ${KEY_BYTES} bytes; it has ${key.length}. Restore it from a backup. ` +
        'Without the right key, what it encrypted or signed cannot be used any more.',
    );
  }
  return key;
}

function makeKeyFile(dataDir: string, name: string): Buffer {
  const file = path.join(dataDir, name);
  const draft = `${file}.${newId()}`;
  try {
    fs.writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
    fs.linkSync(draft, file); // fails where another process was first, unlike a rename
    flushFolder(dataDir);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const key = findKeyFile(dataDir, name);
  if (!key) throw new Error(`${file} was taken away while it was read.`);
  return key;
}

function flushFolder(folder: string): void {
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
