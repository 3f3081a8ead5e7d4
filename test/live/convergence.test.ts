import { describe, expect, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { Experiment } from '../support/convergence.ts';

const RUNS = Number(process.env['CANOPY_TEST_RUNS'] ?? 6);
const SEED = Number(process.env['CANOPY_TEST_SEED'] ?? Date.now() % 1_000_000);

describe('clients that look while everything changes', () => {
  test(
    `[L12] agree with the server after every run (seed ${SEED})`,
    { timeout: 3_600_000 },
    async () => {
      await using server = await ChildServer.start();
      using experiment = await Experiment.on([server]);

      for (let run = 0; run < RUNS; run += 1) {
        expect(await experiment.run(SEED, run)).toEqual([]);
      }
    },
  );
});
