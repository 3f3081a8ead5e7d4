import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { isOutage } from '../support/recorder.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

test(
  'a program that holds SQLite’s lock keeps nobody from reading, and writing comes back',
  { timeout: 60_000 },
  async () => {
    await using world = await createWorld();
    const path = world.at('alder');
    const describe = (description: string) =>
      world.founder.patch(path, { description }, { ifMatch: '*' });
    const other = new DatabaseSync(join(world.server.dataDir, 'canopy.sqlite'));

    other.exec('begin immediate');
    let isWaiting = true;
    const refused = describe('while it was locked').finally(() => (isWaiting = false));
    let readings = 0;
    while (isWaiting) {
      bodyOf(await world.founder.get(path));
      readings += 1;
    }
    const ready = await fetch(`${world.url}/readyz`);
    other.exec('rollback');
    other.close();

    expect(isOutage(await refused)).toBe(true);
    expect(readings).toBeGreaterThan(5); // nobody reads while SQLite waits by itself
    expect(ready.status).toBe(503);
    bodyOf(await describe('afterwards'));
    expect(bodyOf(await world.founder.get(path))).toMatchObject({ description: 'afterwards' });
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
  },
);
