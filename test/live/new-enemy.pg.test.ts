import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { playNewEnemy, setStage } from '../support/new-enemy.ts';
import { startTestServer } from '../support/server.ts';
import { createWorld } from '../support/world.ts';

const ROUNDS = Number(process.env['CANOPY_TEST_ROUNDS'] ?? 8);

describe('a reader on another node than who shuts them out', () => {
  test(
    '[L3] never sees what is written afterwards, by any door',
    { timeout: 3_600_000 },
    async () => {
      const databaseUrl = await createTestDatabase();
      await using world = await createWorld({ databaseUrl });
      await using other = await startTestServer(world.clock, { databaseUrl });
      const stage = await setStage(world, other.url);

      const sightings = await playNewEnemy(stage, ROUNDS);

      expect(sightings).toEqual([]);
    },
  );
});
