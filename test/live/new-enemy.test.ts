import { describe, expect, test, vi } from 'vitest';
import { Connection } from '../../server/live/sockets/connection.ts';
import { enemyCount, playNewEnemy, setStage } from '../support/new-enemy.ts';
import { createWorld } from '../support/world.ts';

const ROUNDS = Number(process.env['CANOPY_TEST_ROUNDS'] ?? 16);

describe('a reader who was shut out', () => {
  test(
    '[L3] never sees what is written afterwards, by any door',
    { timeout: 3_600_000 },
    async () => {
      await using world = await createWorld();
      const stage = await setStage(world);

      const sightings = await playNewEnemy(stage, ROUNDS);

      expect(sightings).toEqual([]);
    },
  );

  test('would be found out if rooms were not updated', { timeout: 60_000 }, async () => {
    await using world = await createWorld();
    const stage = await setStage(world);
    const settle = vi.spyOn(Connection.prototype, 'settle').mockImplementation(() => undefined);

    const sightings = await playNewEnemy(stage, enemyCount());

    settle.mockRestore();
    expect(sightings.map(({ door }) => door)).toContain('socket');
  });
});
