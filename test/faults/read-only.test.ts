import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { rounds, stateOf, untilBack } from '../support/faults.ts';
import { founderOf, Recorder } from '../support/recorder.ts';

const isRoot = process.getuid?.() === 0;

/** Takes and gives back the right to make files; a permission would not stop root, a mount does. */
async function makeReadOnly(folder: string): Promise<() => Promise<void>> {
  if (!isRoot) {
    await chmod(folder, 0o500);
    return () => chmod(folder, 0o700);
  }
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
  return async () => {
    execFileSync('umount', [folder]);
    return Promise.resolve();
  };
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
