import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../server/core/clock.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { InvitationView } from '../../shared/sign-in/contract.ts';
import { invitationToken, readMail } from '../support/outbox.ts';
import { PASSWORD } from '../support/people.ts';
import { startPostOffice } from '../support/post-office.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();
const accept = { displayName: 'Eve', password: PASSWORD };

let unique = 0;

/** Invites somebody new to acme; their account, their mail, and the path of the invitation. */
async function inviteEve(inTheNameOf = world.founder) {
  unique += 1;
  const person = { email: `eve-${unique}@acme.example`, displayName: 'Eve' };
  const grants = [{ role: 'TenantReader' }];
  const account = bodyOf(
    await inTheNameOf.post<AccountWithGrants>(world.at('acme', '/accounts'), { ...person, grants }),
  );
  const [mail] = await world.mailsTo(person.email);
  if (!mail) throw new Error('No mail came.');
  return { account, mail, path: `/invitations/${invitationToken(mail)}` };
}

describe('an invitation', () => {
  test('makes an account that waits, and a mail with a link', async () => {
    const { account, mail, path } = await inviteEve(await world.signIn('tenant-admin@acme'));

    expect(account).toMatchObject({
      displayName: 'Eve',
      type: 'administrator',
      status: 'invited',
      grants: [{ role: 'TenantReader', organisation: { displayName: 'Acme' } }],
    });
    expect(mail.headers).toContain('Subject: Canopy: tenant admin of acme invites you to Acme');
    expect(mail.text).toContain(`${world.url}${path}\n`.replace('/api', ''));
  });

  test('says to whom it is, and to what', async () => {
    const { account, path } = await inviteEve();

    const answer = await world.stranger().get<InvitationView>(path);

    expect(answer.body).toMatchObject({
      email: account.email,
      displayName: 'Eve',
      organisation: 'Acme',
    });
  });

  test('[S4] lets its holder in once, and is gone then', async () => {
    const { account, path } = await inviteEve();
    const eve = world.stranger();

    const first = await eve.post(`${path}/accept`, { ...accept, displayName: 'Eve Adams' });
    const second = await world.stranger().post(`${path}/accept`, accept);
    const look = await world.stranger().get(path);

    expect(first).toMatchObject({ status: 200, body: { next: 'done' } });
    expect((await eve.who()).account).toMatchObject({
      id: account.id,
      displayName: 'Eve Adams',
      status: 'active',
    });
    expect([second.status, look.status]).toEqual([410, 410]);
    expect(second.body.code).toBe('invitation.gone');
  });

  test('[S4] lets one of two in at once', async () => {
    const { path } = await inviteEve();

    const answers = await Promise.all(
      [1, 2].map(() => world.stranger().post(`${path}/accept`, accept)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  test('[S4] holds for a week', async () => {
    await using ours = await createWorld();
    await ours.invite('tenant-reader@acme');
    await ours.invite('tenant-admin@acme');
    const [[early], [late]] = await Promise.all([
      ours.mailsTo('tenant-reader@acme.example'),
      ours.mailsTo('tenant-admin@acme.example'),
    ]);

    ours.clock.advance(7 * DAY - 60_000);
    const inTime = await ours.accept(early);
    ours.clock.advance(120_000);
    const tooLate = ours.accept(late).catch(String);

    expect(await tooLate).toContain('invitation.gone');
    expect((await inTime.who()).account.status).toBe('active');
  });

  test('[S4] that nobody sent is gone too, in the same words', async () => {
    const { path } = await inviteEve();
    bodyOf(await world.stranger().post(`${path}/accept`, accept));

    const used = await world.stranger().get(path);
    const unknown = await world.stranger().get('/invitations/never-sent');

    expect([unknown.status, unknown.text]).toEqual([410, used.text]);
  });

  test.each([
    ['too short', 'fourteen chars'],
    ['of the own name', 'eve eve eve eve eve eve'],
    ['common', 'passwordpassword'],
  ])('is not spent on a password that is %s', async (_, password) => {
    const { path } = await inviteEve();

    const bad = await world.stranger().post(`${path}/accept`, { displayName: 'Eve', password });
    const good = await world.stranger().post(`${path}/accept`, accept);

    expect(bad).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
    expect(good.status).toBe(200);
  });

  test.each(['disable', 'delete', 'suspend'] as const)('opens nothing after %s', async (deed) => {
    const { account, path } = await inviteEve();
    const { founder } = world;

    if (deed === 'disable') bodyOf(await founder.post(`/accounts/${account.id}/disable`));
    if (deed === 'delete') bodyOf(await founder.delete(`/accounts/${account.id}`));
    if (deed === 'suspend') bodyOf(await founder.post(world.at('alder', '/suspend')));
    const answer = await world.stranger().post(`${path}/accept`, accept);
    if (deed === 'suspend') bodyOf(await founder.post(world.at('alder', '/activate')));

    expect(answer.status).toBe(410);
  });

  test('[S3] of an address that somebody has is refused', async () => {
    const { account } = await inviteEve();
    const again = { email: account.email?.toUpperCase(), displayName: 'Eve' };

    const answer = await world.founder.post(world.at('birch', '/accounts'), again);

    expect(answer).toMatchObject({ status: 409, body: { code: 'account.email-taken' } });
  });
});

describe('sending an invitation anew', () => {
  test('[S4] mails another link, and the one before opens nothing', async () => {
    const { account, path } = await inviteEve();

    const answer = await world.founder.post(`/accounts/${account.id}/invitation`);
    const mail = (await world.mailsTo(account.email ?? '')).at(-1);
    const old = await world.stranger().post(`${path}/accept`, accept);
    const session = await world.accept(mail, 'Eve');

    expect([answer.status, old.status]).toEqual([204, 410]);
    expect((await session.who()).account.id).toBe(account.id);
  });

  test('is refused for who has come already', async () => {
    const { account, path } = await inviteEve();
    bodyOf(await world.stranger().post(`${path}/accept`, accept));

    const answer = await world.founder.post(`/accounts/${account.id}/invitation`);

    expect(answer).toMatchObject({ status: 409, body: { code: 'account.not-invited' } });
  });
});

describe('the mail of an invitation', () => {
  test.each([
    ['tenant-reader@beta', 'invites you to administer Beta'],
    ['user@beta', 'invites you to join Beta'],
  ] as const)('says to %s what for', async (name, words) => {
    await world.invite(name);

    const [mail] = await world.mailsTo(`${name}.example`);

    expect(mail?.text).toContain(words);
  });

  test('[S26] links to the public address, whatever host was asked', async () => {
    await using ours = await createWorld({ publicUrl: 'http://canopy.example:8080' });

    await ours.invite('tenant-reader@acme');

    const [mail] = await ours.mailsTo('tenant-reader@acme.example');
    expect(mail?.text).toMatch(/^http:\/\/canopy\.example:8080\/invitations\/[\w-]+$/m);
    expect(mail?.headers).toContain('From: Canopy <no-reply@canopy.example>');
  });

  test('goes over SMTP where a server is configured', async () => {
    await using post = await startPostOffice();
    await using ours = await createWorld({ smtpUrl: post.url });

    await ours.invite('tenant-reader@acme');
    await ours.server.running.context.jobs.settled();

    expect(post.received).toHaveLength(1);
    expect(post.received[0]?.to).toEqual(['tenant-reader@acme.example']);
    const mail = readMail(post.received[0]?.mail ?? '');
    const session = await ours.accept(mail);
    expect((await session.who()).account.email).toBe('tenant-reader@acme.example');
  });

  test('that cannot be sent undoes nothing', async () => {
    await using ours = await createWorld({ smtpUrl: 'smtp://127.0.0.1:1' });

    const account = await ours.invite('tenant-reader@acme');
    await ours.server.running.context.jobs.settled();

    expect((await ours.founder.get(`/accounts/${account.id}`)).status).toBe(200);
  });

  test('waits for no mail server that takes the line and says nothing', async () => {
    const lines = new Set<Socket>();
    const silent = createServer((line) => lines.add(line));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await using ours = await createWorld({ smtpUrl: `smtp://127.0.0.1:${port}` });
    const called = once(silent, 'connection');

    await ours.invite('tenant-reader@acme');
    await called;

    expect([...lines].map((line) => line.destroyed)).toEqual([false]);
    for (const line of lines) line.destroy();
    silent.close();
  });
});
