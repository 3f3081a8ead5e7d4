import { expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { Job } from '../../shared/jobs/contract.ts';
import { startPostOffice } from '../support/post-office.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorldWithPost } from '../support/world.ts';

const jobsOf = async (session: Session, query = '') =>
  bodyOf(await session.get<Page<Job>>(`/jobs${query}`)).items;

/** Ben of alder invites somebody whose address the mail server refuses. */
async function refused() {
  let answer: number | undefined;
  const post = await startPostOffice({ refuses: () => answer });
  const world = await createWorldWithPost(post);
  const settled = () => world.server.running.context.jobs.settled();
  await world.server.running.context.jobs.settled();
  const ben = await world.signIn('partner-admin@alder');
  const tia = await world.signIn('tenant-admin@acme');
  const fay = world.founder;
  await settled();
  answer = 550;
  const newcomer = { email: 'noa@alder.example', displayName: 'Noa', grants: [] };
  bodyOf(await ben.post(world.at('alder', '/accounts'), newcomer));
  await settled();
  const [job] = await jobsOf(ben, '?state=failed');
  if (!job) throw new Error('The mail was taken.');
  return {
    ...{ world, ben, tia, fay, job, settled },
    repair: () => (answer = undefined),
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await post[Symbol.asyncDispose]();
    },
  };
}

test('[J6] a job is shown whole to who caused it, and without people to who runs the platform', async () => {
  await using it = await refused();
  const { ben, tia, fay, job } = it;
  const { account } = await ben.who();

  expect(job).toMatchObject({
    kind: 'mail',
    state: 'failed',
    startedBy: { id: account.id },
    progress: { done: 0, total: 1, failed: 1 },
  });
  expect(job.title).toContain('noa@alder.example');
  const [shown] = await jobsOf(fay, '?state=failed');
  expect(shown).toMatchObject({ id: job.id, startedBy: null, title: '…@alder.example' });
  expect(JSON.stringify(shown)).not.toMatch(/noa/i);
  expect(await jobsOf(tia, '?state=failed')).toEqual([]);
  expect((await tia.get(`/jobs/${job.id}`)).status).toBe(404);
  expect((await tia.post(`/jobs/${job.id}/retry`)).status).toBe(404);
});

test('[J6] what failed is begun again, by either, and that is on record', async () => {
  await using it = await refused();
  const { ben, fay, job, settled } = it;
  expect(await ben.post(`/jobs/${job.id}/cancel`)).toMatchObject({
    status: 409,
    body: { code: 'job.state' },
  });

  it.repair();
  const again = bodyOf(await fay.post<Job>(`/jobs/${job.id}/retry`));
  await settled();

  expect(again).toMatchObject({ id: job.id, endedAt: null, attempts: 0 });
  expect(bodyOf(await ben.get<Job>(`/jobs/${job.id}`))).toMatchObject({
    state: 'done',
    error: null,
  });
  expect((await fay.post(`/jobs/${job.id}/retry`)).status).toBe(404);
  const audit = bodyOf(await fay.get<Page<{ action: string }>>('/audit?limit=5'));
  expect(audit.items.map(({ action }) => action)).toContain('job.retry');
});

test('[J6] a job that waits can be cancelled, and is not done', async () => {
  await using it = await refused();
  const { ben, job, settled, world } = it;
  await world.em.execute(
    `update jobs set state = 'queued', ended_at = null, next_at = next_at + 1e9 where id = ?`,
    [job.id],
  );

  const cancelled = bodyOf(await ben.post<Job>(`/jobs/${job.id}/cancel`));
  await world.server.running.context.jobs.look();
  await settled();

  expect(cancelled).toMatchObject({ state: 'cancelled', nextAt: null });
  expect(bodyOf(await ben.get<Job>(`/jobs/${job.id}`)).state).toBe('cancelled');
});
