import fs from 'node:fs/promises';
import path from 'node:path';

/** Files on their way are called by the id of their upload. */
const ID = /^[\da-f-]{36}$/;

/**
 * The bytes of uploads that are under way: one growing file each, in a folder that all nodes share.
 * How many of them count is said by whoever keeps the uploads; what lies beyond is written over.
 */
export class Incoming {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The bytes are written from an offset on. `landed` is told how far they are on the disk, also
   * where the line broke in the middle.
   */
  async append(
    id: string,
    { offset, bytes }: { offset: number; bytes: AsyncIterable<Uint8Array> },
    landed: (end: number) => Promise<void>,
  ): Promise<number> {
    await fs.mkdir(this.#folder, { recursive: true });
    const file = await fs.open(this.#placeOf(id), offset === 0 ? 'w' : 'r+');
    let end = offset;
    try {
      const { size } = await file.stat();
      if (size < offset) throw new Error('The first bytes of an upload are not in this folder.');
      await file.truncate(offset);
      for await (const chunk of bytes) {
        await writeWhole(file, chunk, end);
        end += chunk.byteLength;
      }
    } finally {
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await landed(end);
    }
    return end;
  }

  /** The first bytes, by which a file is known. */
  async head(id: string, most: number): Promise<Uint8Array> {
    const file = await fs.open(this.#placeOf(id), 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async size(id: string): Promise<number> {
    return (await fs.stat(this.#placeOf(id))).size;
  }

  /** All bytes, as fast as they are asked for. */
  async *read(id: string): AsyncIterable<Uint8Array> {
    const file = await fs.open(this.#placeOf(id), 'r');
    yield* file.createReadStream();
  }

  /** The place on this disk, for what reads files by itself. */
  placeOf(id: string): string {
    return this.#placeOf(id);
  }

  async remove(id: string): Promise<void> {
    await fs.rm(this.#placeOf(id), { force: true });
  }

  /** The ids of those that nothing was written to since then. */
  async listUntouchedSince(time: Date): Promise<string[]> {
    const names = await fs.readdir(this.#folder).catch(() => []);
    const found: string[] = [];
    for (const name of names.filter((each) => ID.test(each))) {
      const stat = await fs.stat(this.#placeOf(name)).catch(() => null);
      if (stat && stat.mtime < time) found.push(name);
    }
    return found;
  }

  #placeOf(id: string): string {
    if (!ID.test(id)) throw new Error('This is not the id of an upload.');
    return path.join(this.#folder, id);
  }
}

async function writeWhole(file: fs.FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) {
    const { bytesWritten } = await file.write(
      chunk,
      written,
      chunk.byteLength - written,
      at + written,
    );
    written += bytesWritten;
  }
}
