import { describe, expect, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { rounds, stateOf, untilBack } from '../support/faults.ts';
import { fullDisks } from '../support/full-disk.ts';
import { founderOf, Recorder } from '../support/recorder.ts';

const LONG = 'd'.repeat(1_900);
const HANDS = 4;
const MOST_WRITES = 2_000;

describe.each(fullDisks)('a data directory on $name', (disk) => {
  test(
    'refuses writing in words, is read on, and is written again when there is room',
    { timeout: 60_000 * rounds },
    async () => {
      const folder = await disk.prepare();
      try {
        await using server = await ChildServer.start(null, null, folder);
        const fay = await founderOf(server.url);
        const { account } = await fay.who();
        const recorder = new Recorder(fay, account.organisationId);
        for (let round = 0; round < rounds; round += 1) {
          expect(await recorder.write()).toBe(201);

          await disk.fill(server);
          const status = await firstRefusal(recorder);
          const ready = await stateOf(server.url, '/readyz');
          const live = await stateOf(server.url, '/healthz');
          const lostMeanwhile = await recorder.lost();
          await disk.makeRoom(server);
          await untilBack(server);

          expect(status).toBe(507);
          expect(ready).toEqual({
            code: 503,
            status: 'full',
            reason: 'The disk takes no more: make room.',
          });
          expect(live.code).toBe(200);
          expect(lostMeanwhile).toEqual([]);
          await recorder.repeat();
        }
        expect(recorder.illFormed).toEqual([]);
        expect(await recorder.lost()).toEqual([]);
        expect(server.hasEnded).toBe(false);
      } finally {
        if (folder) await disk.cleanUp(folder);
      }
    },
  );
});

/** Writes until nothing fits any more; the status of the first answer that says so. */
async function firstRefusal(recorder: Recorder): Promise<number | undefined> {
  for (let written = 0; written < MOST_WRITES; written += HANDS) {
    const answers = await Promise.all(Array.from({ length: HANDS }, () => recorder.write(LONG)));
    const refused = answers.find((status) => status !== 201);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
