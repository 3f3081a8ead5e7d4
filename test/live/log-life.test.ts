import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { bodyOf, Session } from '../support/session.ts';
import { createWorld, type World } from '../support/world.ts';

const any = { ifMatch: '*' };

/** A world that can be stopped and started again on what it stored. */
async function stoppable() {
  const world = await createWorld();
  const { dataDir, running } = world.server;
  let again: TestServer | undefined;
  return {
    world,
    database: join(dataDir, 'canopy.sqlite'),
    stop: () => running[Symbol.asyncDispose](),
    start: async () => {
      again = await startTestServer(world.clock, { dataDir });
      return new Session(again.url, world.founder.cookie, again.publicUrl);
    },
    async [Symbol.asyncDispose]() {
      await again?.[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const describeAlder = async (world: World, description: string) =>
  bodyOf(await world.founder.patch(world.at('alder'), { description }, any));

/** Follows alder, and says where that stands. */
async function follow(world: World, session: Session, since?: { since: number; epoch: string }) {
  await using live = await session.socket();
  return await live.subscribe({ scope: 'record', organisationId: world.ids.alder, ...since });
}

describe('a server that was stopped and started', () => {
  test('[L6] resumes where its log ended', async () => {
    await using it = await stoppable();
    const { head: since, epoch } = await follow(it.world, it.world.founder);
    await describeAlder(it.world, 'while nobody looked');
    await it.stop();

    const answer = await follow(it.world, await it.start(), { since, epoch });

    expect(answer.epoch).toBe(epoch);
    expect(answer.changes?.map(({ fields }) => fields['description'])).toEqual([
      'while nobody looked',
    ]);
  });
});

describe('a database put back to what it was', () => {
  test('[L13] begins another epoch, even when its numbers have caught up', async () => {
    await using it = await stoppable();
    const backup = `${it.database}.backup`;
    await it.world.em.execute(`vacuum into '${backup}'`);
    await describeAlder(it.world, 'lost with the disk');
    const { head: since, epoch } = await follow(it.world, it.world.founder);
    await it.stop();
    for (const rest of ['-wal', '-shm']) await rm(`${it.database}${rest}`, { force: true });
    await copyFile(backup, it.database);

    const session = await it.start();
    for (const description of ['one', 'two', 'three']) {
      bodyOf(await session.patch(it.world.at('alder'), { description }, any));
    }
    const answer = await follow(it.world, session, { since, epoch });

    expect(answer).toMatchObject({ reset: true, changes: [] });
    expect(answer.epoch).not.toBe(epoch);
  });
});
