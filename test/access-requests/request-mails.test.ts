import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../shared/access/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { readMail } from '../support/outbox.ts';
import { startPostOffice } from '../support/post-office.ts';
import { bodyOf } from '../support/session.ts';
import { createWorldWithPost } from '../support/world.ts';
import { BehindAcme } from '../access/behind-acme.ts';

const INSIDE = 'tenant-admin@acme.example';
const GUEST = 'partner-admin@alder.example';

const post = await startPostOffice();
const world = await createWorldWithPost(post);
/** Acme behind its barrier, with readers inside and beside, who are told nothing. */
const it = await BehindAcme.in(
  world,
  'tenant-reader@acme',
  'tenant-admin@labs',
  'partner-admin@grove',
  'second-partner-admin@alder',
);
const page = `${world.url}${world.at('acme')}`;

afterAll(async () => {
  await it[Symbol.asyncDispose]();
  await post[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await take();
});

/** Who was written to since the last look, and what. */
async function take() {
  await world.server.running.context.jobs.settled();
  return post.received.splice(0).map(({ to, mail }) => {
    const { headers, text } = readMail(mail);
    return { to, subject: /^Subject: (.*)/m.exec(headers)?.[1] ?? '', text };
  });
}

describe('[A35] a request for access', () => {
  test('is mailed to those who may answer it, and to nobody else', async () => {
    const { id } = bodyOf(await it.ask());

    const [mail, ...others] = await take();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: [INSIDE],
      subject: 'Canopy: partner admin of alder asks for access to Acme',
    });
    expect(mail?.text).toContain('as Tenant administrator, for 7 days');
    expect(mail?.text).toContain('The reason given: The import fails.');
    expect(mail?.text).toContain(`${page}/access`);
    bodyOf(await it.partner.post(`/access-requests/${id}/withdraw`));
    expect(await take()).toEqual([]);
  });

  test.each([
    ['approve', {}, 'Canopy: You have access to Acme', 'as Tenant administrator, until '],
    [
      'refuse',
      { reason: 'Not before Monday.' },
      'Canopy: Your request for access to Acme was declined',
      'The answer: Not before Monday.',
    ],
  ])('that those inside %s is told to whoever asked', async (verb, body, subject, text) => {
    const { id } = bodyOf(await it.ask());
    await take();

    bodyOf(await it.inside.post(`/access-requests/${id}/${verb}`, body));

    const mails = await take();
    expect(mails).toMatchObject([{ to: [GUEST], subject }]);
    expect(mails[0]?.text).toContain(text);
    expect(mails[0]?.text).toContain('tenant admin of acme');
    expect(mails[0]?.text).toContain(page);
  });

  test('that is refused where it is made is mailed to nobody', async () => {
    const answer = await it.ask(it.partner, { days: 0 });

    expect(answer.status).toBe(422);
    expect(await take()).toEqual([]);
  });
});

describe('access through a barrier', () => {
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['ended by those inside', (id) => it.inside.post(`/access-requests/${id}/end`)],
    [
      'taken away as a role',
      async () => {
        const list = await it.inside.get<Page<Grant>>(world.at('acme', '/grants'));
        const guest = bodyOf(list).items.find(({ expiresAt }) => expiresAt !== null);
        bodyOf(await it.inside.delete<unknown>(`/grants/${guest?.id}`));
      },
    ],
  ])('that is %s is told to whoever had it', async (_, end) => {
    const { id } = await it.letIn();
    await take();

    await end(id);

    expect(await take()).toMatchObject([
      { to: [GUEST], subject: 'Canopy: Your access to Acme has ended' },
    ]);
  });

  test('that its holder ends is no news to them', async () => {
    const { id } = await it.letIn();
    await take();

    bodyOf(await it.partner.post(`/access-requests/${id}/end`));

    expect(await take()).toEqual([]);
  });

  test('[A37] that is taken by breaking the glass is mailed to those inside', async () => {
    bodyOf(await it.breakGlass());

    const mails = await take();
    expect(mails).toMatchObject([
      { to: [INSIDE], subject: 'Canopy: platform admin of platform used emergency access to Acme' },
    ]);
    expect(mails[0]?.text).toContain('The reason given: The importer burns.');
  });
});
