import { describe, expect, test } from 'vitest';
import { HOUR } from '../../server/core/clock.ts';
import type { PasswordResetView } from '../../shared/sign-in/contract.ts';
import { readMail } from '../support/outbox.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import { startPostOffice } from '../support/post-office.ts';
import { bodyOf } from '../support/session.ts';
import { addApp } from '../support/totp.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';

const world = await shareWorld();
const next = 'another walk through the forest';

/** Waits for the mail that leaves after the answer. */
async function lastLinkTo(of: World, email: string, among: number): Promise<string> {
  let links: string[] = [];
  await expect
    .poll(async () => {
      const mails = await of.mailsTo(email);
      links = mails.flatMap((mail) => /\/reset-password#([\w-]+)/.exec(mail.text)?.[1] ?? []);
      return links.length;
    })
    .toBe(among);
  return links.at(-1) ?? '';
}

/** Somebody who asked for a link, and its token. */
async function asked(name: PersonName, of = world) {
  const session = await of.signIn(name);
  const { email } = personOf(name);
  bodyOf(await of.stranger().post('/auth/password-reset', { email }));
  return { session, email, token: await lastLinkTo(of, email, 1) };
}

function confirm(token: string, password = next, of = world) {
  return of.stranger().post('/auth/password-reset/confirm', { token, password });
}

describe('a link to another password', () => {
  test('[S24] sets it, ends every session, and tells the person', async () => {
    const { session, email, token } = await asked('tenant-admin@acme');

    const answer = await confirm(token);

    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await session.get('/auth/session')).status).toBe(401);
    const old = await world.stranger().post('/auth/sign-in', { email, password: PASSWORD });
    const fresh = await world.stranger().post('/auth/sign-in', { email, password: next });
    expect([old.status, fresh.status]).toEqual([401, 200]);
    const mails = await world.mailsTo(email);
    expect(mails.at(-1)?.headers).toContain('Subject: Canopy: Your password was changed');
  });

  test('says whose it is to its holder', async () => {
    const { email, token } = await asked('tenant-reader@acme');

    const view = await world.stranger().post<PasswordResetView>('/auth/password-reset/open', {
      token,
    });

    expect(view.body).toEqual({
      email,
      displayName: 'tenant reader of acme',
      minPasswordLength: 15,
    });
  });

  test('[S24] works once, of two uses at the same moment too', async () => {
    const { token } = await asked('tenant-admin@labs');

    const answers = await Promise.all([confirm(token), confirm(token)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  test('[S24] works for an hour', async () => {
    await using ours = await createWorld();
    const early = await asked('tenant-admin@acme', ours);
    const late = await asked('tenant-reader@acme', ours);
    ours.clock.advance(HOUR - 60_000);
    const inTime = await confirm(early.token, next, ours);
    ours.clock.advance(60_001);

    expect([inTime.status, (await confirm(late.token, next, ours)).status]).toEqual([204, 410]);
  });

  test('[S24] stops working when a newer one is asked for', async () => {
    const { email, token } = await asked('tenant-reader@labs');

    bodyOf(await world.stranger().post('/auth/password-reset', { email }));
    const newer = await lastLinkTo(world, email, 2);

    expect([(await confirm(token)).status, (await confirm(newer)).status]).toEqual([410, 204]);
  });

  test('takes an acceptable password only', async () => {
    const { token } = await asked('tenant-admin@beta');

    const answer = await confirm(token, 'short');

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
  });

  test('[S24] does not stand in for the second factor', async () => {
    const name = 'tenant-reader@beta';
    await addApp(await world.signIn(name), world.clock.now());
    const { email, token } = await asked(name);

    bodyOf(await confirm(token));
    const signedIn = await world.stranger().post('/auth/sign-in', { email, password: next });

    expect(signedIn.body).toEqual({ next: 'mfa' });
  });

  test('of somebody who is shut out meanwhile opens nothing', async () => {
    const { session, token } = await asked('partner-reader@birch');
    const { account } = await session.who();

    bodyOf(await world.founder.post(`/accounts/${account.id}/disable`));

    expect((await confirm(token)).status).toBe(410);
  });

  test('[S9] is answered alike for who has no account, and nobody is mailed', async () => {
    await world.signIn('partner-admin@birch');
    const ask = (email: string) => world.stranger().post('/auth/password-reset', { email });

    const known = await ask(personOf('partner-admin@birch').email);
    const unknown = await ask('nobody@nowhere.example');
    await lastLinkTo(world, personOf('partner-admin@birch').email, 1);

    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect(await world.mailsTo('nobody@nowhere.example')).toEqual([]);
  });

  test('[S26] is not mailed without end', async () => {
    const { email } = await asked('partner-reader@grove');
    const ask = () => world.stranger().post('/auth/password-reset', { email });

    const answers = await Promise.all(Array.from({ length: 12 }, ask));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    const mails = await world.mailsTo(email);
    expect(mails.length).toBeLessThan(8);
  });

  test('can be sent by an administrator', async () => {
    const session = await world.signIn('partner-admin@grove');
    const { account } = await session.who();
    const admin = await world.signIn('partner-admin@alder');

    const answer = await admin.post(`/accounts/${account.id}/password-reset`);
    const token = await lastLinkTo(world, account.email ?? '', 1);

    expect(answer.status).toBe(204);
    expect((await confirm(token)).status).toBe(204);
  });
});

describe('[S26] the mail of a reset', () => {
  test('goes to the mail server, with a link of the public address whatever the request says', async () => {
    await using post = await startPostOffice();
    await using ours = await createWorld({
      smtpUrl: post.url,
      publicUrl: 'https://canopy.example',
    });

    await ours
      .stranger()
      .post(
        '/auth/password-reset',
        { email: personOf('platform-admin@platform').email },
        { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } },
      );
    await expect.poll(() => post.received.length).toBe(1);
    const raw = post.received[0]?.mail ?? '';

    expect(readMail(raw).text).toMatch(/https:\/\/canopy\.example\/reset-password#[\w-]{43}\b/);
    expect(raw).not.toContain('evil.example');
  });
});
