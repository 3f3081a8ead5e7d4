import { describe, expect, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { Experiment } from '../support/convergence.ts';
import { createTestDatabase } from '../support/database.ts';

const RUNS = Number(process.env['CANOPY_TEST_RUNS'] ?? 4);
const SEED = Number(process.env['CANOPY_TEST_SEED'] ?? Date.now() % 1_000_000);

describe('clients of two nodes that look while everything changes', () => {
  test(
    `[L12] agree with the database after every run (seed ${SEED})`,
    { timeout: 3_600_000 },
    async () => {
      const databaseUrl = await createTestDatabase();
      await using one = await ChildServer.start(databaseUrl);
      await using other = await ChildServer.start(databaseUrl);
      using experiment = await Experiment.on([one, other]);

      for (let run = 0; run < RUNS; run += 1) {
        expect(await experiment.run(SEED, run)).toEqual([]);
      }
    },
  );
});
