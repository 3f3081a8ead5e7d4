import { afterEach, describe, expect, test, vi } from 'vitest';
import { MINUTE } from '../../server/core/clock.ts';
import { findRows } from '../../server/core/db/find-rows.ts';
import { Job } from '../../server/core/jobs/job.entity.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Job as JobView } from '../../shared/jobs/contract.ts';
import { ChildServer } from '../support/child-server.ts';
import { startPostOffice } from '../support/post-office.ts';
import { founderOf } from '../support/recorder.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld, type World } from '../support/world.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const mails = ({ em }: World) => findRows(em, Job, { kind: 'mail' });

async function lookAgain({ server, clock }: World, after: number): Promise<void> {
  clock.advance(after);
  await server.running.context.jobs.look();
  await server.running.context.jobs.settled();
}

describe('[J5] a mail', () => {
  test('that the server does not take yet is sent later, under the id of its job', async () => {
    let answer: number | undefined = 450;
    await using post = await startPostOffice({ refuses: () => answer });
    await using world = await createWorld({ smtpUrl: post.url });
    await world.invite('tenant-reader@acme');
    await world.server.running.context.jobs.settled();
    expect(await mails(world)).toMatchObject([{ state: 'queued', attempts: 1 }]);

    answer = undefined;
    await lookAgain(world, MINUTE);

    const [job] = await mails(world);
    expect(job).toMatchObject({ state: 'done', attempts: 2, error: null });
    expect(post.received).toHaveLength(1);
    expect(post.received[0]?.mail).toContain(`Message-ID: <${job?.id}@`);
    await lookAgain(world, 10 * MINUTE);
    expect(post.received).toHaveLength(1);
  });

  test('to an address that the server refuses has failed at once, in its words', async () => {
    await using post = await startPostOffice({ refuses: () => 550 });
    await using world = await createWorld({ smtpUrl: post.url });

    await world.invite('tenant-reader@acme');
    await world.server.running.context.jobs.settled();

    const [job] = await mails(world);
    expect(job).toMatchObject({ state: 'failed', attempts: 1 });
    expect(job?.error).toContain('Not now, or never.');
    expect(job?.title).toContain('tenant-reader@acme.example');
  });

  test('outlives the process that queued it', { timeout: 60_000 }, async () => {
    let answer: number | undefined = 450;
    await using post = await startPostOffice({ refuses: () => answer });
    vi.stubEnv('CANOPY_SMTP_URL', post.url);
    await using server = await ChildServer.start();
    const fay = await founderOf(server.url);
    const { account } = await fay.who();
    const newcomer = { email: 'newcomer@canopy.example', displayName: 'Noa', grants: [] };
    bodyOf(await fay.post(`/organisations/${account.organisationId}/accounts`, newcomer));

    const waiting = async () => bodyOf(await fay.get<Page<JobView>>('/jobs?state=queued')).items;
    await expect.poll(waiting, { timeout: 20_000 }).toMatchObject([{ attempts: 1 }]);

    await server.kill();
    answer = undefined;
    await server.start();

    await expect.poll(() => post.received.length, { timeout: 20_000 }).toBe(1);
    expect(post.received[0]?.to).toEqual([newcomer.email]);
  });
});
