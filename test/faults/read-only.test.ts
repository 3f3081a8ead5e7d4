import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { rounds, stateOf, untilBack } from '../support/faults.ts';
import { founderOf, Recorder } from '../support/recorder.ts';

const isRoot = process.getuid?.() === 0;

/**
 * Takes away the right to make files, until the returned function gives it back. A permission does
 * not stop root, a mount does; it is put in place when it is read-only already, because a mount
 * that somebody writes through at that moment refuses to become so.
 */
async function makeReadOnly(folder: string): Promise<() => Promise<void>> {
  if (!isRoot) {
    await chmod(folder, 0o500);
    return () => chmod(folder, 0o700);
  }
  const sealed = await mkdtemp(join(tmpdir(), 'canopy-sealed-'));
  mount('--bind', folder, sealed);
  mount('-o', 'remount,bind,ro', sealed);
  mount('--bind', sealed, folder);
  return async () => {
    for (const mounted of [folder, sealed]) {
      execFileSync('umount', ['--lazy', mounted]); // files that are open through it end by themselves
    }
    await rmdir(sealed);
  };
}

function mount(...words: string[]): void {
  execFileSync('mount', words);
}

test(
  'a data directory that takes no new files is said to be unusable, and lost nothing afterwards',
  { timeout: 60_000 * rounds },
  async () => {
    await using server = await ChildServer.start();
    const fay = await founderOf(server.url);
    const { account } = await fay.who();
    const recorder = new Recorder(fay, account.organisationId);
    for (let round = 0; round < rounds; round += 1) {
      await recorder.write();

      const giveBack = await makeReadOnly(server.dataDir);
      try {
        await recorder.write();
        await expect
          .poll(() => stateOf(server.url, '/readyz'), { timeout: 10_000 })
          .toEqual({
            code: 503,
            status: 'unavailable',
            reason: 'The database or the data directory cannot be used.',
          });
        expect(await stateOf(server.url, '/healthz')).toMatchObject({ code: 200 });
        expect(await recorder.lost()).toEqual([]);
      } finally {
        await giveBack();
      }

      await untilBack(server);
      await recorder.repeat();
    }
    expect(recorder.illFormed).toEqual([]);
    expect(await recorder.lost()).toEqual([]);
    expect(server.hasEnded).toBe(false);
  },
);
