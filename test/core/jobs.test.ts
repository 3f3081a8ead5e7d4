import { describe, expect, test } from 'vitest';
import { byTime } from '../../server/core/by-time.ts';
import { MINUTE, SECOND } from '../../server/core/clock.ts';
import { findRows } from '../../server/core/db/find-rows.ts';
import { Job } from '../../server/core/jobs/job.entity.ts';
import type { Delivery, JobKind, JobRun } from '../../server/core/jobs/kind.ts';
import { claimJob, endRun, endUncertain, LEASE_MS } from '../../server/core/jobs/leases.ts';
import { JobRunner } from '../../server/core/jobs/runner.ts';
import { newId } from '../../server/core/new-id.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { context } = world.server.running;
const { clock } = world;

/** A kind of its own, whose runs do as the test says, and a runner of it. */
function kindOf(
  run: (subject: string, run: JobRun) => Promise<void> | void,
  rest: Partial<JobKind<string>> & { once?: Delivery } = {},
) {
  const { once = 'at least once', ...more } = rest;
  const kind: JobKind<string> = {
    name: `test-${newId()}`,
    retryAfter: [10 * SECOND, MINUTE],
    delivery: () => once,
    explain: (error) => (error as Error).message,
    run: async (_, subject, it) => {
      await run(subject, it);
    },
    ...more,
  };
  return { kind, runner: () => new JobRunner(context, [kind as JobKind]) };
}

async function queue(kind: JobKind<string>, subject: string, key?: string): Promise<void> {
  await context.openOwnWork().transaction('test.queue', async (tx) => {
    tx.signAs(byTime);
    tx.enqueue({ kind, title: subject, outline: '', subject, ...(key !== undefined && { key }) });
    await Promise.resolve();
  });
}

const jobsOf = ({ name }: JobKind<string>) =>
  findRows(world.em, Job, { kind: name }, { orderBy: [{ id: 'asc' }] });

/** Looks for what is due, once, and waits until it is done. */
async function work(runner: JobRunner): Promise<void> {
  await runner.look();
  await runner.settled();
}

describe('[J1] a job', () => {
  test('is not there where its transaction was not committed', async () => {
    const { kind } = kindOf(() => undefined);
    const work = context.openOwnWork().transaction('test.queue', async (tx) => {
      tx.enqueue({ kind, title: 'never', outline: '', subject: 'never' });
      await Promise.resolve();
      throw new Error('Rolled back.');
    });
    await expect(work).rejects.toThrow('Rolled back.');
    expect(await jobsOf(kind)).toEqual([]);
  });

  test('with a key is queued once until it has ended, then anew', async () => {
    const { kind, runner } = kindOf(() => undefined);
    await Promise.all(['one', 'two', 'three'].map((subject) => queue(kind, subject, 'same')));
    expect(await jobsOf(kind)).toHaveLength(1);

    await work(runner());
    await queue(kind, 'four', 'same');

    const states = (await jobsOf(kind)).map(({ state }) => state);
    expect(states).toEqual(['done', 'queued']);
  });

  test('that an answer waits for is its queuer’s first, and anybody’s soon', async () => {
    const { kind } = kindOf(() => undefined);
    await context.openOwnWork().transaction('test.queue', async (tx) => {
      tx.signAs(byTime);
      for (const subject of ['one', 'two']) {
        tx.enqueue({ kind, title: subject, outline: '', subject }, true);
      }
      await Promise.resolve();
    });
    const [one, two] = await jobsOf(kind);
    const kinds = [kind.name];

    expect(await claimJob(world.em, { kinds }, clock.now())).toBeNull();
    expect(await claimJob(world.em, { kinds, id: one?.id }, clock.now())).not.toBeNull();
    expect(await claimJob(world.em, { kinds, id: one?.id }, clock.now())).toBeNull();
    clock.advance(6 * SECOND);
    expect(await claimJob(world.em, { kinds }, clock.now())).toMatchObject({ id: two?.id });
  });

  test('keeps what it is told sealed', async () => {
    const { kind } = kindOf(() => undefined);
    await queue(kind, 'https://canopy.example/invitations/opens-something');

    const [job] = await jobsOf(kind);
    expect(job?.subject).not.toContain('opens-something');
  });
});

describe('[J2] jobs', () => {
  test('are done once each, however many nodes look', async () => {
    const seen: string[] = [];
    const { kind, runner } = kindOf((subject) => {
      seen.push(subject);
    });
    const subjects = Array.from({ length: 12 }, (_, index) => `job ${index}`);
    for (const subject of subjects) await queue(kind, subject);

    await Promise.all([work(runner()), work(runner()), work(runner())]);

    expect(seen.sort()).toEqual(subjects.sort());
    expect((await jobsOf(kind)).every(({ state }) => state === 'done')).toBe(true);
  });

  test('of a worker that paused beyond its lease are another’s, and it cannot end them', async () => {
    const { kind } = kindOf(() => undefined);
    await queue(kind, 'slow');
    const sought = { kinds: [kind.name] };
    const paused = await claimJob(world.em, sought, clock.now());
    expect(await claimJob(world.em, sought, clock.now())).toBeNull();

    clock.advance(LEASE_MS + SECOND);
    const next = await claimJob(world.em, sought, clock.now());

    const done = { state: 'done', error: null, nextAt: null } as const;
    if (!paused || !next) throw new Error('It was not claimed twice.');
    expect(await endRun(world.em, paused, done, clock.now())).toBe(false);
    expect(await jobsOf(kind)).toMatchObject([{ state: 'running', attempts: 2 }]);
    expect(await endRun(world.em, next, done, clock.now())).toBe(true);
    expect(await jobsOf(kind)).toMatchObject([{ state: 'done', done: 1 }]);
  });

  test('of kinds that this version does not know are left to others', async () => {
    const { kind } = kindOf(() => undefined);
    await queue(kind, 'of the future');

    await work(kindOf(() => undefined).runner());

    expect(await jobsOf(kind)).toMatchObject([{ state: 'queued', attempts: 0 }]);
  });
});

describe('[J3] a job that fails', () => {
  test('is tried again later, with the same subject, and then has failed', async () => {
    const tries: string[] = [];
    const { kind, runner } = kindOf((subject) => {
      tries.push(subject);
      throw new Error('Nobody answers.');
    });
    await queue(kind, 'call');
    const ours = runner();

    await work(ours);
    await work(ours); // it is not due yet
    expect(await jobsOf(kind)).toMatchObject([{ state: 'queued', error: 'Nobody answers.' }]);
    clock.advance(10 * SECOND);
    await work(ours);
    clock.advance(MINUTE);
    await work(ours);

    expect(tries).toEqual(['call', 'call', 'call']);
    expect(await jobsOf(kind)).toMatchObject([{ state: 'failed', failed: 1, attempts: 3 }]);
  });

  test('with its process, at every try, is given up', async () => {
    const { kind, runner } = kindOf(() => undefined);
    await queue(kind, 'deadly');
    await world.em.execute('update jobs set attempts = 3 where kind = ?', [kind.name]);

    await work(runner());

    expect(await jobsOf(kind)).toMatchObject([
      { state: 'failed', error: 'It was begun too often.' },
    ]);
  });

  test('because another key sealed it says so, and is not tried again', async () => {
    let runs = 0;
    const { kind, runner } = kindOf(() => {
      runs += 1;
    });
    await queue(kind, 'sealed');
    await world.em.execute('update jobs set subject = ? where kind = ?', ['v1.AAAA', kind.name]);

    await work(runner());

    expect(runs).toBe(0);
    expect(await jobsOf(kind)).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });

  test('for good is not tried again', async () => {
    const { kind, runner } = kindOf(
      () => {
        throw new Error('No such mailbox.');
      },
      { isFinal: () => true },
    );
    await queue(kind, 'call');
    await work(runner());
    expect(await jobsOf(kind)).toMatchObject([{ state: 'failed', error: 'No such mailbox.' }]);
  });
});

describe('[J4] what leaves the process', () => {
  test('at most once is uncertain where it failed while leaving, and is not repeated', async () => {
    let calls = 0;
    const { kind, runner } = kindOf(
      async (_, run) => {
        calls += 1;
        await run.leave();
        throw new Error('The line went dead.');
      },
      { once: 'at most once' },
    );
    await queue(kind, 'reminder');
    const ours = runner();
    await work(ours);
    clock.advance(10 * MINUTE);
    await work(ours);

    expect(calls).toBe(1);
    expect(await jobsOf(kind)).toMatchObject([{ state: 'uncertain' }]);
  });

  test('at most once is tried again where it surely did not', async () => {
    const { kind, runner } = kindOf(
      async (_, run) => {
        await run.leave();
        throw new Error('450 later');
      },
      { once: 'at most once', isUndone: () => true },
    );
    await queue(kind, 'reminder');
    await work(runner());
    expect(await jobsOf(kind)).toMatchObject([{ state: 'queued', isLeaving: false }]);
  });

  test('is uncertain where the process died meanwhile', async () => {
    const { kind } = kindOf(() => undefined, { once: 'at most once' });
    await queue(kind, 'reminder');
    const lease = await claimJob(world.em, { kinds: [kind.name] }, clock.now());
    await world.em.execute('update jobs set is_leaving = ? where id = ?', [true, lease?.id]);

    await endUncertain(world.em, clock.now());
    expect(await jobsOf(kind)).toMatchObject([{ state: 'running' }]);
    clock.advance(LEASE_MS + SECOND);
    await endUncertain(world.em, clock.now());

    expect(await jobsOf(kind)).toMatchObject([{ state: 'uncertain', leaseToken: null }]);
  });
});
