import { describe, expect, test } from 'vitest';
import { LEASE_MS } from '../../server/core/jobs/leases.ts';
import { JobRunner } from '../../server/core/jobs/runner.ts';
import { newId } from '../../server/core/new-id.ts';
import { features, jobKindsOf } from '../../server/features.ts';
import type { BulkPreview } from '../../shared/bulk/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Job, JobOutcome } from '../../shared/jobs/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder, clock } = world;
const { context } = world.server.running;
const ben = await world.signIn('partner-admin@alder');

/** Tenants of alder of their own. */
async function tenants(count: number): Promise<string[]> {
  const made: string[] = [];
  for (let left = count; left > 0; left -= 1) made.push((await world.create('tenant', 'alder')).id);
  return made;
}

const start = async (session: Session, request: object) =>
  bodyOf(await session.post<Job>('/bulk', request));

async function ended(session: Session, { id }: { id: string }): Promise<Job> {
  for (;;) {
    await context.jobs.look();
    await context.jobs.settled();
    const job = bodyOf(await session.get<Job>(`/jobs/${id}`));
    if (job.endedAt !== null) return job;
  }
}

const outcomesOf = async (session: Session, { id }: { id: string }, query = '') =>
  bodyOf(await session.get<Page<JobOutcome>>(`/jobs/${id}/outcomes${query}`));

const read = async (id: string) => bodyOf(await founder.get<Organisation>(`/organisations/${id}`));

/** How often the audit tells of a deed at each of these. */
async function deedsAt(ids: readonly string[], action: string): Promise<number[]> {
  const counts: number[] = [];
  for (const id of ids) {
    const { items } = bodyOf(
      await founder.get<Page<object>>(`/audit?organisation=${id}&action=${action}`),
    );
    counts.push(items.length);
  }
  return counts;
}

describe('doing something to many rows', () => {
  test('answers 202 with where the job is, whose outcomes are the rows', async () => {
    const ids = await tenants(2);
    const hidden = world.ids.gamma;
    const gone = newId();

    const answer = await ben.post<Job>('/bulk', {
      action: 'suspend',
      ids: [ids[0], hidden, world.ids.alder, gone, ids[1], ids[0]],
    });
    const job = await ended(ben, answer.body);

    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`/api/jobs/${answer.body.id}`);
    expect(job).toMatchObject({
      kind: 'bulk.suspend',
      state: 'done',
      progress: { done: 2, failed: 3, total: 5 },
    });
    const { items } = await outcomesOf(ben, job);
    expect(items.map(({ row, subject, outcome }) => [row, subject, outcome])).toEqual([
      [1, ids[0], 'done'],
      [2, hidden, 'missing'],
      [3, world.ids.alder, 'refused'],
      [4, gone, 'missing'],
      [5, ids[1], 'done'],
    ]);
    const [, outOfSight, refused, lost] = items;
    expect({ ...outOfSight, row: 0, subject: '' }).toEqual({ ...lost, row: 0, subject: '' });
    expect(refused?.checks?.some(({ ok }) => !ok)).toBe(true);
    expect(refused?.message).toBe(refused?.checks?.find(({ ok }) => !ok)?.detail);
    expect((await read(ids[0] as string)).status).toBe('suspended');
    expect((await read(hidden)).status).toBe('active');
    expect(await deedsAt(ids, 'organisation.suspend')).toEqual([1, 1]);
  });

  test('[H15] gives each the reason of it', async () => {
    const [id = ''] = await tenants(1);

    await ended(ben, await start(ben, { action: 'suspend', ids: [id], reason: 'Unpaid' }));

    expect(await read(id)).toMatchObject({ status: 'suspended', suspendReason: 'Unpaid' });
  });

  test('only foreseen with dryRun, by the decision that the job takes', async () => {
    const ids = await tenants(2);
    const request = { action: 'move', parentId: world.ids.grove };

    const { status, body } = await ben.post<BulkPreview>('/bulk?dryRun=true', {
      ...request,
      ids: [...ids, world.ids.gamma, world.ids.grove],
    });

    expect(status).toBe(200);
    expect(body.counts).toEqual({ allowed: 2, refused: 1, missing: 1 });
    expect(body.rows.map(({ id, allowed }) => [id, allowed])).toEqual([
      [ids[0], true],
      [ids[1], true],
      [world.ids.gamma, false],
      [world.ids.grove, false],
    ]);
    expect((await read(ids[0] as string)).parentId).toBe(world.ids.alder);
    const job = await ended(ben, await start(ben, { ...request, ids: [...ids, world.ids.grove] }));
    expect(job.progress).toEqual({ done: 2, failed: 1, total: 3 });
    expect((await read(ids[0] as string)).parentId).toBe(world.ids.grove);
  });

  test('locks and unlocks, as each action alone does', async () => {
    const ids = await tenants(2);
    const lockedAt = async () => Promise.all(ids.map(async (id) => (await read(id)).lockedAt));

    const locking = await ended(founder, await start(founder, { action: 'lock', ids }));
    const locked = await lockedAt();
    const refused = await ended(ben, await start(ben, { action: 'unlock', ids }));
    await ended(founder, await start(founder, { action: 'unlock', ids }));

    expect(locking.progress.done).toBe(2);
    expect(locked).toEqual([world.ids.platform, world.ids.platform]);
    expect(refused.progress).toEqual({ done: 0, failed: 2, total: 2 });
    expect(await lockedAt()).toEqual([null, null]);
  });

  test('means a list whole, as its reader sees it', async () => {
    const folder = await world.create('folder', 'alder', { displayName: 'Listed' });
    const inside = [await world.create('tenant', folder), await world.create('tenant', folder)];
    bodyOf(await founder.post(`/organisations/${inside[0]?.id}/suspend`));
    const list = {
      path: `/api/organisations/${folder.id}/children`,
      query: { within: 'branch', status: 'suspended' },
    };

    const job = await ended(ben, await start(ben, { action: 'activate', list }));

    expect(job).toMatchObject({ organisationId: folder.id, progress: { total: 1, done: 1 } });
    expect((await read(inside[0]?.id ?? '')).status).toBe('active');
  });

  test('keeps its outcomes to those who may see the job, by pages', async () => {
    const job = await ended(ben, await start(ben, { action: 'suspend', ids: await tenants(3) }));

    const first = await outcomesOf(ben, job, '?limit=2');
    const rest = await outcomesOf(ben, job, `?limit=2&cursor=${first.nextCursor}`);

    expect([first, rest].map(({ items }) => items.map(({ row }) => row))).toEqual([[1, 2], [3]]);
    expect(rest.nextCursor).toBeNull();
    expect((await outcomesOf(ben, job, '?outcome=refused')).items).toEqual([]);
    const tia = await world.signIn('tenant-admin@acme');
    expect((await tia.get(`/jobs/${job.id}/outcomes`)).status).toBe(404);
    expect((await ben.get(`/jobs/${job.id}/outcomes?cursor=x`)).status).toBe(422);
  });

  test.each([
    ['an action that there is not', { action: 'explode', ids: [newId()] }, 'action'],
    ['neither rows nor a list', { action: 'suspend' }, 'ids'],
    ['no rows', { action: 'suspend', ids: [] }, 'ids'],
    ['a field that the action does not know', { action: 'suspend', ids: [newId()], a: 1 }, 'a'],
    ['a move to nowhere', { action: 'move', ids: [newId()] }, 'parentId'],
    [
      'more rows than ten thousand',
      { action: 'suspend', ids: Array.from({ length: 10_001 }, () => newId()) },
      'ids',
    ],
    [
      'a list of another kind',
      { action: 'suspend', list: { path: `/api/organisations/${newId()}/tokens` } },
      'list.path',
    ],
    [
      'a filter that the list does not have',
      {
        action: 'suspend',
        list: { path: `/api/organisations/${newId()}/children`, query: { colour: 'red' } },
      },
      'list.query.colour',
    ],
  ])('is refused with %s', async (_, request, field) => {
    const { status, body } = await ben.post('/bulk', request);

    expect([status, body.errors?.[0]?.path]).toEqual([422, field]);
  });

  test('is refused where the list, or the target, is out of sight', async () => {
    const path = `/api/organisations/${world.ids.birch}/children`;
    const to = { parentId: world.ids.birch };

    expect((await ben.post('/bulk', { action: 'suspend', list: { path } })).status).toBe(404);
    expect((await ben.post('/bulk', { action: 'move', ids: [newId()], ...to })).status).toBe(404);
  });
});

describe('[J7] a job over many rows', () => {
  test('that another worker takes over repeats no row and skips none', async () => {
    const ids = await tenants(12);
    const other = new JobRunner(context, jobKindsOf(features));
    const job = await start(ben, { action: 'suspend', ids });
    await reached(job, 3);

    clock.advance(LEASE_MS + 1000); // the first worker has paused for too long, and does not know
    await other.look();
    await Promise.all([other.settled(), context.jobs.settled()]);

    expect((await ended(ben, job)).progress).toEqual({ done: 12, failed: 0, total: 12 });
    const { items } = await outcomesOf(ben, job);
    expect(items.map(({ row, subject }) => [row, subject])).toEqual(
      ids.map((id, index) => [index + 1, id]),
    );
    expect(await deedsAt(ids, 'organisation.suspend')).toEqual(ids.map(() => 1));
    await other.stop();
  });

  test('is cancelled between two rows, and goes on where it was', async () => {
    const ids = await tenants(12);
    const job = await start(ben, { action: 'suspend', ids });
    await reached(job, 2);

    const { body } = await ben.post<Job>(`/jobs/${job.id}/cancel`);
    await context.jobs.settled();
    const kept = bodyOf(await ben.get<Job>(`/jobs/${job.id}`));

    expect(body.state).toBe('cancelled');
    expect(kept.progress).toEqual(body.progress);
    expect((await outcomesOf(ben, job)).items).toHaveLength(kept.progress.done);
    bodyOf(await ben.post<Job>(`/jobs/${job.id}/retry`));
    expect((await ended(ben, job)).progress.done).toBe(12);
    expect(await deedsAt(ids, 'organisation.suspend')).toEqual(ids.map(() => 1));
  });

  test('ends beside another one on the same branch, and neither does anything twice', async () => {
    const ids = await tenants(6);

    const jobs = await Promise.all([
      start(ben, { action: 'move', ids, parentId: world.ids.grove }),
      start(founder, { action: 'suspend', ids: [...ids].reverse() }),
    ]);
    const done = [await ended(ben, jobs[0]), await ended(founder, jobs[1])];

    expect(done.map(({ progress }) => progress.done)).toEqual([6, 6]);
    for (const id of ids) {
      expect(await read(id)).toMatchObject({ parentId: world.ids.grove, status: 'suspended' });
      expect((await read(id)).version).toBe(3);
    }
  });
});

describe('[J8] a job over many rows acts as its starter', () => {
  test('and stops when the role ends, keeping what was done', async () => {
    const ids = await tenants(12);
    const eve = await world.signIn('second-partner-admin@alder');
    const { account } = await eve.who();
    const job = await start(eve, { action: 'suspend', ids });
    await reached(job, 2);

    const grants = bodyOf(
      await founder.get<Page<{ id: string }>>(`/accounts/${account.id}/grants`),
    );
    bodyOf(await founder.delete(`/grants/${grants.items[0]?.id}`));
    const stopped = await ended(eve, job);

    expect(stopped.state).toBe('failed');
    expect(stopped.error).toContain('role');
    expect(stopped.progress.failed).toBe(0);
    const states = await Promise.all(ids.map(async (id) => (await read(id)).status));
    expect(states.filter((status) => status === 'suspended')).toHaveLength(stopped.progress.done);
    expect(stopped.progress.done).toBeLessThan(12);
  });

  test('and stops when the session is over, until they go on by another', async () => {
    const ids = await tenants(12);
    const first = await world.signIn('distributor-admin@north');
    const job = await start(first, { action: 'suspend', ids });
    await reached(job, 2);

    await first.post('/auth/sign-out');
    const again = await world.signIn('distributor-admin@north');
    const stopped = await ended(again, job);
    bodyOf(await again.post(`/jobs/${job.id}/retry`));

    expect(stopped).toMatchObject({ state: 'failed', progress: { failed: 0 } });
    expect(stopped.error).toContain('signed out');
    expect((await ended(again, job)).progress.done).toBe(12);
    expect(await deedsAt(ids, 'organisation.suspend')).toEqual(ids.map(() => 1));
  });
});

/** Resolves once so many rows of a job have their outcome. */
async function reached({ id }: Job, rows: number): Promise<void> {
  for (;;) {
    const [job] = await world.em.execute<{ done: number; ended_at: unknown }[]>(
      'select done, ended_at from jobs where id = ?',
      [id],
    );
    if (job?.ended_at) throw new Error('The job has ended already.');
    if ((job?.done ?? 0) >= rows) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
