import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Provider, Providers } from '../../shared/federation/contract.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { FederatedFlow } from '../../server/federation/federated-flow.entity.ts';
import { sweepFlows } from '../../server/federation/start-flow.ts';
import { begin, comeBack, connect, depart, refusals, roundTrip } from '../support/federation.ts';
import { HostileProvider } from '../support/hostile-provider.ts';
import { invitationToken } from '../support/outbox.ts';
import { type PersonName, personOf } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const MINUTE = 60_000;
const ann: PersonName = 'tenant-admin@acme';
const bob: PersonName = 'tenant-reader@acme';

describe('with a provider that works', async () => {
  const world = await shareWorld();
  const hostile = await HostileProvider.start();
  afterAll(() => hostile[Symbol.asyncDispose]());
  let provider: Provider;

  const subject = (sub: string) => ({ claims: { sub, email: `${sub}@provider.example` } });
  const link = async (session: Session, sub: string): Promise<URL> => {
    const there = await begin(session, provider.id, 'link', { next: '/account' });
    return roundTrip(session, { hostile, id: provider.id, there }, subject(sub));
  };
  const enter = async (session: Session, sub: string, next?: string): Promise<URL> => {
    const there = await depart(session, provider.id, next);
    return roundTrip(session, { hostile, id: provider.id, there }, subject(sub));
  };
  const reasonOfLast = async () => (await refusals(world)).at(-1)?.['reason'];

  beforeAll(async () => {
    world.clock.stop();
    provider = await connect(world, hostile.connection);
    await link(await world.signIn(ann), 'ann');
  });

  test('[F3] the way there asks for a code with PKCE, a state and a nonce', async () => {
    const there = await depart(world.stranger(), provider.id);

    expect(there.origin).toBe(hostile.issuer);
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'canopy',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      redirect_uri: `${world.url}/api/auth/federated/${provider.id}/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(there.searchParams.get(name)?.length, name).toBeGreaterThanOrEqual(43);
    }
  });

  test('one comes back to where one wanted to go, under a new session', async () => {
    const session = world.stranger();

    const page = await enter(session, 'ann', `/organisations/${world.ids.acme}?tab=a#b`);

    expect(page.pathname + page.search + page.hash).toBe(
      `/organisations/${world.ids.acme}?tab=a#b`,
    );
    expect((await session.who()).account.email).toBe(personOf(ann).email);
  });

  test.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    '/\t/elsewhere.example',
    'https://elsewhere.example',
  ])('[F3] %j leads nowhere but home', async (next) => {
    const page = await enter(world.stranger(), 'ann', next);

    expect(page.href).toBe(`${world.url}/`);
  });

  test('[F3] another browser does not get the answer, and it is used up', async () => {
    const session = world.stranger();
    const there = await depart(session, provider.id);
    const thief = world.stranger();
    await depart(thief, provider.id);

    const stolen = await roundTrip(thief, { hostile, id: provider.id, there }, subject('ann'));
    const reason = await reasonOfLast();
    const late = await roundTrip(session, { hostile, id: provider.id, there }, subject('ann'));

    expect(stolen.searchParams.get('problem')).toBe('flow-over');
    expect(reason).toBe('other-browser');
    expect(thief.cookie).toBe('');
    expect(late.searchParams.get('problem')).toBe('flow-over');
    expect(await reasonOfLast()).toBe('state');
  });

  test('a browser that holds nothing does not get the answer', async () => {
    const there = await depart(world.stranger(), provider.id);

    const page = await roundTrip(
      world.stranger(),
      { hostile, id: provider.id, there },
      subject('ann'),
    );

    expect(page.searchParams.get('problem')).toBe('flow-over');
  });

  test('[F3] a state is good once', async () => {
    const session = world.stranger();
    const there = await depart(session, provider.id);
    await roundTrip(session, { hostile, id: provider.id, there }, subject('ann'));
    session.cookie = '';

    const again = await roundTrip(session, { hostile, id: provider.id, there }, subject('ann'));

    expect(again.searchParams.get('problem')).toBe('flow-over');
    expect(await reasonOfLast()).toBe('state');
    expect(session.cookie).toBe('');
  });

  test('[F3] two answers to one state at once are one sign-in', async () => {
    const session = world.stranger();
    const there = await depart(session, provider.id);

    const pages = await Promise.all([
      roundTrip(session, { hostile, id: provider.id, there }, subject('ann')),
      roundTrip(session, { hostile, id: provider.id, there }, subject('ann')),
    ]);

    expect(pages.map((page) => page.searchParams.get('problem')).sort()).toEqual(
      ['flow-over', null].sort(),
    );
  });

  test('who is signed in is told on a page that they can see', async () => {
    const session = await world.signIn(bob);

    const page = await comeBack(session, provider.id, { code: 'any', state: 'unknown' });

    expect(page.pathname + page.search).toBe('/account?problem=flow-over');
  });

  test('[F3] a state is over after ten minutes', async () => {
    const session = world.stranger();
    const there = await depart(session, provider.id);
    world.clock.advance(10 * MINUTE + 1);

    const page = await comeBack(session, provider.id, {
      code: 'any',
      state: there.searchParams.get('state') ?? '',
    });

    expect(page.searchParams.get('problem')).toBe('flow-over');
    expect(await reasonOfLast()).toBe('expired-state');
    world.clock.advance(-10 * MINUTE - 1);
  });

  test('nothing is kept of those who never come back', async () => {
    await depart(world.stranger(), provider.id);
    const now = world.clock.now();

    await sweepFlows(world.em, now);
    const open = await world.em.count(FederatedFlow, {});
    await sweepFlows(world.em, new Date(now.getTime() + 10 * MINUTE + 1));

    expect(open).toBeGreaterThan(0);
    expect(await world.em.count(FederatedFlow, {})).toBe(0);
  });

  test('two tabs of one browser do not end each other’s way', async () => {
    const session = world.stranger();
    const first = await depart(session, provider.id);
    await depart(session, provider.id);

    const page = await roundTrip(
      session,
      { hostile, id: provider.id, there: first },
      subject('ann'),
    );

    expect(page.pathname).toBe('/');
  });

  test('[F3] an answer to one provider is none to another', async () => {
    const other = await connect(world, { ...hostile.connection, label: 'Other' });
    const session = world.stranger();
    const there = await depart(session, provider.id);

    const page = await roundTrip(session, { hostile, id: other.id, there }, subject('ann'));

    expect(page.searchParams.get('problem')).toBe('flow-over');
  });

  test('who changes their mind at the provider is told so', async () => {
    const session = world.stranger();
    const there = await depart(session, provider.id);

    const page = await comeBack(session, provider.id, {
      error: 'access_denied',
      state: there.searchParams.get('state') ?? '',
    });

    expect(page.searchParams.get('problem')).toBe('cancelled');
  });

  test('an unknown provider leads back to the page, with a reason', async () => {
    const there = await depart(world.stranger(), world.ids.acme, '/account');

    expect(there.pathname + there.search).toBe('/sign-in?problem=path-shut&next=%2Faccount');
  });

  test('[S16] a second factor is owed after it as after a password', async () => {
    const session = await world.signIn('second-tenant-admin@acme');
    await link(session, 'second');
    await world.founder.patch(
      world.at('acme', '/settings'),
      { mfa: 'everybody' },
      { ifMatch: '*' },
    );
    const again = world.stranger();

    await enter(again, 'second', '/account');

    expect((await again.who()).next).toBe('enrol-mfa');
    expect((await again.get('/organisations')).status).toBe(403);
    bodyOf(
      await world.founder.patch(world.at('acme', '/settings'), { mfa: 'nobody' }, { ifMatch: '*' }),
    );
  });

  describe('connecting a sign-in', () => {
    test('[F2] asks for a proof that is no older than five minutes', async () => {
      const session = await world.signIn(bob);
      world.clock.advance(5 * MINUTE + 1);

      const answer = await session.post<Problem>(`/auth/federated/${provider.id}/link`, {});

      expect(answer.body.code).toBe('auth.reauthenticate');
      world.clock.advance(-5 * MINUTE - 1);
    });

    test('opens the account, and shows what the provider calls the person', async () => {
      const session = await world.signIn(bob);

      const page = await link(session, 'bob');
      const again = world.stranger();
      await enter(again, 'bob');

      expect(page.pathname).toBe('/account');
      expect((await again.who()).account.email).toBe(personOf(bob).email);
      const { body } = await session.get<{ items: unknown[] }>('/auth/identities');
      expect(body.items).toMatchObject([
        { label: 'Hostile', email: 'bob@provider.example', shut: null },
      ]);
    });

    test('[F2] takes no sign-in that opens another account', async () => {
      const session = await world.signIn('nobody@acme');

      const page = await link(session, 'ann');

      expect(page.pathname + page.search).toBe('/account?problem=taken');
      expect(await reasonOfLast()).toBe('identity-taken');
    });

    test('[F2] is for who began it, not for who is signed in when it ends', async () => {
      const session = await world.signIn('nobody@acme');
      const there = await begin(session, provider.id, 'link');
      session.cookie = (await world.signIn(bob)).cookie;

      const page = await roundTrip(
        session,
        { hostile, id: provider.id, there },
        subject('mallory'),
      );

      expect(page.searchParams.get('problem')).toBe('signed-out');
      const unknown = await enter(world.stranger(), 'mallory');
      expect(unknown.searchParams.get('problem')).toBe('unknown');
    });
  });

  describe('an invitation', () => {
    test('[F1] is accepted by a provider, whatever address that knows; the account has no other way in', async () => {
      const name: PersonName = 'tenant-reader@beta';
      await world.invite(name);
      const [mail] = await world.mailsTo(personOf(name).email);
      const token = mail ? invitationToken(mail) : '';
      const session = world.stranger();
      const ways = bodyOf(await session.get<Providers>(`/invitations/${token}/providers`));

      const there = await begin(session, provider.id, 'invitation', { token });
      const page = await roundTrip(
        session,
        { hostile, id: provider.id, there },
        subject('invited'),
      );

      expect(ways.federated).toContainEqual({ id: provider.id, label: 'Hostile' });
      expect(page.pathname).toBe('/');
      const { account, grants } = await session.who();
      expect(account).toMatchObject({ email: personOf(name).email, status: 'active' });
      expect(grants).toHaveLength(1);
      const { body } = await session.get<{ items: { id: string }[] }>('/auth/identities');
      const unlink = await session.delete(`/auth/identities/${body.items[0]?.id ?? ''}`);
      expect([unlink.status, unlink.body.code]).toEqual([409, 'auth.last-way']);
      expect((await world.stranger().get(`/invitations/${token}`)).status).toBe(410);
    });

    test('that was used meanwhile opens nothing', async () => {
      const name: PersonName = 'tenant-admin@beta';
      await world.invite(name);
      const [mail] = await world.mailsTo(personOf(name).email);
      const session = world.stranger();
      const token = mail ? invitationToken(mail) : '';
      const there = await begin(session, provider.id, 'invitation', { token });
      await world.accept(mail);

      const page = await roundTrip(session, { hostile, id: provider.id, there }, subject('late'));

      expect(page.searchParams.get('problem')).toBe('invitation-gone');
      expect(session.cookie).toBe('');
    });

    test('keeps an account enabled that was entered by a provider alone', async () => {
      const session = world.stranger();
      await enter(session, 'invited');
      const { account } = await session.who();

      bodyOf(await world.founder.post(`/accounts/${account.id}/disable`));
      const shut = await enter(world.stranger(), 'invited');
      const enabled = await world.founder.post<{ status: string }>(
        `/accounts/${account.id}/enable`,
      );

      expect(shut.searchParams.get('problem')).toBe('shut-out');
      expect(enabled.body.status).toBe('active');
    });
  });

  describe('disconnecting a sign-in', () => {
    test('[F11] closes it, and is refused without a recent proof', async () => {
      const session = await world.signIn('partner-admin@alder');
      await link(session, 'carl');
      const { body } = await session.get<{ items: { id: string }[] }>('/auth/identities');
      const path = `/auth/identities/${body.items[0]?.id ?? ''}`;
      world.clock.advance(6 * MINUTE);
      const stale = await session.delete(path);
      world.clock.advance(-6 * MINUTE);

      const done = await session.delete(path);

      expect(stale.body.code).toBe('auth.reauthenticate');
      expect(done.status).toBe(204);
      const page = await enter(world.stranger(), 'carl');
      expect(page.searchParams.get('problem')).toBe('unknown');
    });

    test('[F11] is one’s own only', async () => {
      const { body } = await (
        await world.signIn(ann)
      ).get<{ items: { id: string }[] }>('/auth/identities');

      const answer = await (
        await world.signIn(bob)
      ).delete(`/auth/identities/${body.items[0]?.id ?? ''}`);

      expect(answer.status).toBe(404);
    });
  });

  describe('showing once more who one is', () => {
    test('[F12] takes a sign-in at the provider that is as new as the question', async () => {
      const session = world.stranger();
      await enter(session, 'ann');
      world.clock.advance(6 * MINUTE);
      const stale = await session.post<Problem>(`/auth/federated/${provider.id}/link`, {});
      const there = await begin(session, provider.id, 'prove', { next: '/account' });
      const now = Math.floor(world.clock.now().getTime() / 1000);
      const claims = { sub: 'ann', auth_time: now, exp: now + 300 };

      const page = await roundTrip(session, { hostile, id: provider.id, there }, { claims });
      const fresh = await session.post(`/auth/federated/${provider.id}/link`, {});
      world.clock.advance(-6 * MINUTE);

      expect(there.searchParams.get('prompt')).toBe('login');
      expect(page.pathname + page.search).toBe('/account');
      expect([stale.body.code, fresh.status]).toEqual(['auth.reauthenticate', 200]);
    });

    test('[F12] takes one that says nothing of when, made just now on this very way', async () => {
      const session = world.stranger();
      await enter(session, 'ann');
      const before = session.cookie;
      const there = await begin(session, provider.id, 'prove', { next: '/account' });
      const claims = { sub: 'ann' };

      const page = await roundTrip(session, { hostile, id: provider.id, there }, { claims });

      expect(page.pathname + page.search).toBe('/account');
      expect(session.cookie).not.toBe(before);
    });

    test('[F12] takes none that was made for another way', async () => {
      const session = world.stranger();
      await enter(session, 'ann');
      const other = await begin(session, provider.id, 'prove');
      const there = await begin(session, provider.id, 'prove');
      const claims = { sub: 'ann', nonce: other.searchParams.get('nonce') };

      const page = await roundTrip(session, { hostile, id: provider.id, there }, { claims });

      expect(page.searchParams.get('problem')).toBe('refused');
    });

    test.each([
      [
        'that says nothing of when, and is of more than a minute ago',
        { iat: Math.floor(Date.now() / 1000) - 65 },
        'refused',
      ],
      ['of before the question', { auth_time: Math.floor(Date.now() / 1000) - 3600 }, 'refused'],
      [
        'of somebody else',
        { sub: 'bob', auth_time: Math.floor(Date.now() / 1000) },
        'other-person',
      ],
    ])('[F12] takes none %s', async (_, claims, problem) => {
      const session = world.stranger();
      await enter(session, 'ann');
      const before = session.cookie;
      const there = await begin(session, provider.id, 'prove');

      const page = await roundTrip(
        session,
        { hostile, id: provider.id, there },
        { claims: { sub: 'ann', ...claims } },
      );

      expect(page.searchParams.get('problem')).toBe(problem);
      expect(session.cookie).toBe(before);
    });
  });
});
