import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { rounds, stateOf, untilBack } from '../support/faults.ts';
import { createDatabase, type PostgresCluster, startPostgres } from '../support/postgres.ts';
import { founderOf, Recorder } from '../support/recorder.ts';

const HANDS = 24;
const LOAD_MS = 700;
const LOST_CONNECTIONS = 15;

let cluster: PostgresCluster;
let databaseUrl: string;
let server: ChildServer;
let recorder: Recorder;

beforeAll(async () => {
  cluster = await startPostgres();
  databaseUrl = await createDatabase(cluster.url);
  server = await ChildServer.start(databaseUrl);
  const fay = await founderOf(server.url);
  const { account } = await fay.who();
  recorder = new Recorder(fay, account.organisationId);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
});

async function nothingIsLost() {
  await untilBack(server);
  await recorder.repeat();
  expect(recorder.illFormed).toEqual([]);
  expect(await recorder.lost()).toEqual([]);
  expect(await stateOf(server.url, '/healthz')).toMatchObject({ code: 200 });
}

describe('PostgreSQL under a node that is written to by many', () => {
  const restarts = (['immediate', 'fast', 'immediate'] as const).flatMap((how) =>
    Array.from({ length: rounds }, () => how),
  );
  test('may be restarted again and again', { timeout: 60_000 * rounds }, async () => {
    for (const how of restarts) {
      const writing = recorder.writeOn(HANDS);
      await wait(LOAD_MS);
      await cluster.restart(how);
      await untilBack(server);
      await wait(LOAD_MS);
      recorder.stop();
      await writing;
    }

    await nothingIsLost();
    expect(recorder.statuses.get(503)).toBeGreaterThan(0);
  });

  test('may end more connections, each in a transaction, than the pool has', async () => {
    const admin = new pg.Client(databaseUrl);
    await admin.connect();
    const writing = recorder.writeOn(HANDS);

    let ended = 0;
    while (ended < LOST_CONNECTIONS * rounds) ended += await endOneTransaction(admin);
    recorder.stop();
    await writing;

    await admin.end();
    await nothingIsLost();
  });

  test('may hang, and is said to', { timeout: 60_000 }, async () => {
    cluster.signal('SIGSTOP');
    const ready = await stateOf(server.url, '/readyz');
    const status = await recorder.write();
    cluster.signal('SIGCONT');

    expect(ready).toMatchObject({ code: 503, reason: 'The database does not answer.' });
    expect(status).toBe(503);
    await nothingIsLost();
  });
});

/** Ends the connection of some transaction that is under way. */
async function endOneTransaction(admin: pg.Client): Promise<number> {
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
     limit 1`,
  );
  return rowCount ?? 0;
}
