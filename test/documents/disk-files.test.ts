import { createHash } from 'node:crypto';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiskFiles, newFileKey } from '../../server/core/files/disk-files.ts';

async function* chunks(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

async function* broken(): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from('half'));
  throw new Error('The source broke.');
}

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream as BodyInit).text();

describe('files on a disk', () => {
  test('[W5] are there whole, with their size and hash, and in parts', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'canopy-files-'));
    const files = new DiskFiles(folder.path);
    const key = newFileKey();

    const stored = await files.put(key, chunks('one ', 'and ', 'two'));

    expect(stored).toEqual({
      size: 11,
      sha256: createHash('sha256').update('one and two').digest('hex'),
    });
    expect(await textOf(await files.read(key))).toBe('one and two');
    expect(await textOf(await files.read(key, { start: 4, end: 6 }))).toBe('and');
    expect(await Array.fromAsync(files.list())).toEqual([key]);
    expect(await Array.fromAsync(files.list(key.slice(0, 3)))).toEqual([key]);
  });

  test('[W5] are not there at all where writing them broke', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'canopy-files-'));
    const files = new DiskFiles(folder.path);
    const key = newFileKey();

    await expect(files.put(key, broken())).rejects.toThrow('The source broke.');

    expect(await Array.fromAsync(files.list())).toEqual([]);
    await expect(files.read(key)).rejects.toThrow('ENOENT');
    expect(await readdir(folder.path, { recursive: true })).toEqual([key.slice(0, 2)]);
  });

  test('[W5] replace a try under the same key, and are removed twice without harm', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'canopy-files-'));
    const files = new DiskFiles(folder.path);
    const key = newFileKey();
    await files.put(key, chunks('first'));
    await files.put(key, chunks('second'));

    const text = await textOf(await files.read(key));
    await files.remove(key);
    await files.remove(key);

    expect(text).toBe('second');
    expect(await Array.fromAsync(files.list())).toEqual([]);
  });

  test.each(['../secret', 'contract.pdf', '', 'a'.repeat(31)])(
    '[W5] know no key %j, which is none of ours',
    async (key) => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'canopy-files-'));

      await expect(new DiskFiles(folder.path).read(key)).rejects.toThrow('not the key');
    },
  );
});
