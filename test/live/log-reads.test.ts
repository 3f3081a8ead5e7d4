import { describe, expect, test } from 'vitest';
import type { Change, Digested } from '../../shared/live/contract.ts';
import { changeHash } from '../../shared/live/digest.ts';
import { newId } from '../../server/core/new-id.ts';
import { Bounds } from '../../server/core/bounds/bounds.ts';
import { LogReads } from '../../server/live/log-reads.ts';
import { MovableClock } from '../support/clock.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const MANY = 1_700;

/** Fills the log, by hand, with more rows than one page of it and than is kept in memory. */
async function fillLog(): Promise<number> {
  const [last] = await world.em.execute<{ seq: number }[]>('select max(seq) as seq from changes');
  const from = Number(last?.seq);
  await world.em.execute(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MANY})
     insert into changes (\`commit\`, at, actor_id, actor_name, action, topic, resource, record_id,
       organisation_id, path, path_before, op, version, fields, record)
     select ? || i, at, actor_id, actor_name, action, topic, resource, record_id, organisation_id,
       path, null, 'update', 1000 + i, '{}', null
     from n, (select * from changes where record_id = ? and resource = 'organisation' limit 1)`,
    [newId(), world.ids.acme],
  );
  return from;
}

describe('a long stretch of the log', () => {
  test('is replayed and summed page by page, the same as at once', async () => {
    const reader = await world.signIn('partner-reader@alder');
    const from = await fillLog();
    await world.settled();
    const { feed } = world.server.running.context;
    feed.recent.startAt(feed.head); // as after a long time: nothing of it is in memory
    await using live = await reader.socket();
    const wanted = { scope: 'subtree', organisationId: world.ids.alder } as const;

    const {
      changes = [],
      head,
      topics,
      ...rest
    } = await live.subscribe({ ...wanted, since: from });
    await live.until((all) => changes.length + all.changes.length >= MANY);
    const all: Change[] = [...changes, ...live.changes];
    const sum = await live.ask<Digested>('digest', { ...wanted, topics, from, to: head });

    expect(rest).not.toHaveProperty('reset');
    expect(all.map(({ version }) => version)).toEqual(
      Array.from({ length: MANY }, (_, at) => 1_001 + at),
    );
    const xor = all.reduce((hash, change) => (hash ^ changeHash(change)) >>> 0, 0);
    expect(sum).toEqual({ ok: true, count: MANY, xor: xor.toString(16).padStart(8, '0') });
  });
});

describe('long reads', () => {
  test('of one account go one at a time, and hold up nobody else', async () => {
    const reads = new LogReads(new Bounds(new MovableClock()));
    const order: string[] = [];
    const read = (account: string, name: string) =>
      reads.run(account, async (pace) => {
        for (let page = 0; page < 3; page += 1) {
          order.push(name);
          await pace(500, false);
        }
      });

    await Promise.all([read('a', 'a1'), read('a', 'a2'), read('b', 'b1')]);

    expect(order.slice(0, 2)).toEqual(['a1', 'b1']);
    expect(order.indexOf('a2')).toBeGreaterThan(order.lastIndexOf('a1'));
  });

  test('of one account are refused where too many wait', async () => {
    const reads = new LogReads(new Bounds(new MovableClock()));
    const gate = Promise.withResolvers<void>();

    const all = Array.from({ length: 510 }, () => reads.run('a', () => gate.promise));
    gate.resolve();
    const outcomes = await Promise.allSettled(all);

    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
  });
});
