import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ByteRange, Files, StoredFile } from './files.ts';

/** Keys are of this kind alone, so that none leads out of the folder. */
const KEY = /^[\da-f]{32}$/;

/** A key for a new file. */
export function newFileKey(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Files in a folder of this machine, or of a disk that all nodes share. A file is there whole or not
 * at all, also after a loss of power: it is written beside its place, synced and renamed [W5].
 */
export class DiskFiles implements Files {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const place = this.#placeOf(key);
    const folder = path.dirname(place);
    await fs.mkdir(folder, { recursive: true });
    const beside = `${place}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      const stored = await writeSynced(beside, bytes);
      await fs.rename(beside, place);
      await syncFolder(folder);
      return stored;
    } catch (error) {
      await fs.rm(beside, { force: true });
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
    const file = await fs.open(this.#placeOf(key), 'r');
    const stream: unknown = Readable.toWeb(file.createReadStream({ ...range }));
    return stream as ReadableStream<Uint8Array>;
  }

  async remove(key: string): Promise<void> {
    await fs.rm(this.#placeOf(key), { force: true });
  }

  async *list(prefix = ''): AsyncIterable<string> {
    for (const folder of await namesIn(this.#folder)) {
      if (!folder.startsWith(prefix.slice(0, 2)) || !/^[\da-f]{2}$/.test(folder)) continue;
      for (const key of await namesIn(path.join(this.#folder, folder))) {
        if (KEY.test(key) && key.startsWith(prefix)) yield key;
      }
    }
  }

  #placeOf(key: string): string {
    if (!KEY.test(key)) throw new Error('This is not the key of a file.');
    return path.join(this.#folder, key.slice(0, 2), key);
  }
}

async function writeSynced(place: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await fs.open(place, 'wx');
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      await file.writeFile(chunk);
      size += chunk.byteLength;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** A name is there after a loss of power only once its folder is synced too. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await fs.open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
