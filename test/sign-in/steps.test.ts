import { describe, expect, test } from 'vitest';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { nextStep } from '../../shared/core/next-step.ts';
import { asksMfaOf, effectiveMfa, type MfaRule } from '../../shared/organisations/mfa-rule.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import type { LiveSocket } from '../support/socket.ts';
import { addApp } from '../support/totp.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';

const any = { ifMatch: '*' };
const another = 'another walk through the forest';

function ask(world: World, place: PlaceName, mfa: MfaRule) {
  return world.founder.patch(world.at(place, '/settings'), { mfa }, any);
}

async function idOf(session: Session): Promise<string> {
  return (await session.who()).account.id;
}

async function handshakeOf(session: Session) {
  const opened = await session.socket().then(
    async (socket) => {
      await socket[Symbol.asyncDispose]();
      return 'open';
    },
    () => 'refused',
  );
  return opened;
}

describe('[S14] what a session owes', () => {
  const nothing = {
    hasSecondFactor: false,
    isSecondFactorShown: false,
    mustChangePassword: false,
    isSecondFactorAsked: false,
  };

  test.each([
    ['nothing', {}, 'done'],
    ['a factor that exists', { hasSecondFactor: true, mustChangePassword: true }, 'mfa'],
    ['a password', { mustChangePassword: true, isSecondFactorAsked: true }, 'change-password'],
    ['a factor that is asked for', { isSecondFactorAsked: true }, 'enrol-mfa'],
    ['no factor twice', { hasSecondFactor: true, isSecondFactorShown: true }, 'done'],
    [
      'no factor that it has',
      { hasSecondFactor: true, isSecondFactorShown: true, isSecondFactorAsked: true },
      'done',
    ],
  ])('is %s', (_, facts, step) => {
    expect(nextStep({ ...nothing, ...facts })).toBe(step);
  });
});

describe('[S15] of whom a second factor is asked', () => {
  const chain = (...rules: (MfaRule | undefined)[]) => rules.map((mfa, level) => ({ level, mfa }));

  test.each([
    ['nobody where nobody asks', chain(undefined, 'nobody'), 'nobody', undefined],
    ['what the level above asks', chain('administrators', undefined), 'administrators', 0],
    ['more, where a level asks more', chain('administrators', 'everybody'), 'everybody', 1],
    ['no less, where a level asks less', chain('everybody', 'nobody'), 'everybody', 0],
    ['by the highest that asks it', chain('everybody', 'everybody'), 'everybody', 0],
  ])('is %s', (_, levels, rule, from) => {
    const effect = effectiveMfa(levels);

    expect([effect.value, effect.from?.level]).toEqual([rule, from]);
  });

  test.each([
    ['nobody', [false, false]],
    ['administrators', [true, false]],
    ['everybody', [true, true]],
  ] as const)('when the rule says %s', (rule, [administrator, user]) => {
    expect([asksMfaOf(rule, 'administrator'), asksMfaOf(rule, 'user')]).toEqual([
      administrator,
      user,
    ]);
  });
});

describe('[S14] a session that owes something', async () => {
  const world = await shareWorld();
  const open = [
    'GET /setup',
    'POST /setup',
    'POST /auth/sign-in',
    'POST /auth/sign-out',
    'POST /auth/password',
    'GET /auth/session',
    'GET /auth/providers',
    'GET /auth/federated/:provider',
    'GET /auth/federated/:provider/callback',
    'POST /auth/federated/:provider/invitation',
    'GET /auth/mfa',
    'POST /auth/mfa',
    'POST /auth/mfa/passkey',
    'POST /auth/mfa/passkeys/options',
    'POST /auth/passkey',
    'POST /auth/passkey/options',
    'POST /auth/password-reset',
    'POST /auth/password-reset/open',
    'POST /auth/password-reset/confirm',
    'GET /invitations/:token',
    'GET /invitations/:token/providers',
    'POST /invitations/:token/accept',
    'GET /openapi.json',
    'GET /docs',
    'GET /docs/start.js',
    'GET /docs/:file',
  ];
  const enrolment = [
    'POST /auth/mfa/totp',
    'POST /auth/mfa/totp/:id/confirm',
    'POST /auth/mfa/passkeys',
    'POST /auth/reauthenticate',
    'POST /auth/federated/:provider/prove',
  ];

  test.each([
    ['mfa', open.filter((route) => route !== 'POST /auth/password')],
    ['change-password', open.filter((route) => !/mfa\/passkey|POST \/auth\/mfa/.test(route))],
    [
      'enrol-mfa',
      [
        ...open.filter((route) => !/(POST .auth.mfa|mfa.passkey|auth.password)$/.test(route)),
        ...enrolment,
      ],
    ],
  ] as const)('of %s reaches nothing else, by any route', async (step, reachable) => {
    await using other = await createWorld();
    const session = await owing(other, step);
    const routes = other.server.running.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.slice('/api'.length)}`);

    const grant = (await other.founder.who()).grants[0]?.id ?? '';
    const closed: string[] = [];
    for (const route of new Set(routes)) {
      if (reachable.includes(route) || route === 'GET /mail') continue; // open to everybody
      const [method = '', path = ''] = route.split(' ');
      const id = path.startsWith('/grants') ? grant : other.ids.acme;
      const query = queries[path]?.(id) ?? '';
      const answer = await session.raw(method, path.replace(/:\w+/, id) + query, {
        headers: { 'if-match': '*', 'content-type': 'application/json' },
        ...(method !== 'GET' && { body: bodies[route] ?? '{}' }),
      });
      if (answer.body.code !== 'auth.pending') closed.push(`${route} ${answer.text}`);
    }

    expect(closed).toEqual([]);
    expect(await handshakeOf(session)).toBe('refused');
    expect(await session.who()).toMatchObject({ next: step, grants: [] });
  });

  test('goes on by the password that is asked for', async () => {
    const session = await world.signIn('tenant-reader@acme');
    const admin = await world.signIn('tenant-admin@acme');
    await using socket = await session.socket();

    const id = await idOf(session);
    bodyOf(await admin.post(`/accounts/${id}/require-password-change`));
    await world.settled();
    const fresh = world.stranger();
    const input = { email: personOf('tenant-reader@acme').email, password: PASSWORD };
    const signedIn = await fresh.post('/auth/sign-in', input);
    const same = await fresh.post('/auth/password', { current: PASSWORD, next: PASSWORD });
    const changed = await fresh.post('/auth/password', { current: PASSWORD, next: another });

    expect(socket.ended).toBe('pending');
    expect(signedIn.body).toEqual({ next: 'change-password' });
    expect(same).toMatchObject({ status: 422, body: { errors: [{ path: 'next' }] } });
    expect(changed).toMatchObject({ status: 200, body: { next: 'done' } });
    expect((await fresh.get(world.at('acme'))).status).toBe(200);
    expect((await session.get('/auth/session')).status).toBe(401);
  });
});

/** Bodies with which a request gets as far as being asked who sends it. */
const queries: Record<string, (id: string) => string> = {
  '/access/explain': (id) => `?action=accounts.view&at=${id}`,
  '/federation/issuer': () => '?address=https://login.example',
};

const bodies: Record<string, string> = {
  'POST /auth/password': JSON.stringify({ current: PASSWORD, next: another }),
  'POST /auth/mfa': JSON.stringify({ code: '000000' }),
  'POST /auth/mfa/totp/:id/confirm': JSON.stringify({ code: '000000' }),
  'POST /auth/mfa/passkey': JSON.stringify({ response: { id: 'x', response: {} } }),
  'POST /auth/mfa/passkeys': JSON.stringify({ name: 'x', response: { id: 'x', response: {} } }),
  'POST /auth/mfa/passkeys/options': JSON.stringify({ purpose: 'enrol' }),
  'PUT /auth/mfa/passkeys/:id': JSON.stringify({ name: 'x' }),
  'POST /auth/reauthenticate': JSON.stringify({ password: PASSWORD }),
  'PATCH /grants/:id': JSON.stringify({ role: 'TenantReader' }),
  'POST /organisations/:id/onboarding/steps/:step/waive': JSON.stringify({ reason: 'x' }),
  'POST /onboarding-templates': JSON.stringify({ kind: 'tenant' }),
  'PUT /onboarding-templates/:id/draft': JSON.stringify({ stallDays: 1, steps: [] }),
  'POST /organisations/:id/documents': JSON.stringify({
    kind: 'other',
    name: 'x.pdf',
    size: 1,
    visibility: 'shared',
  }),
  'POST /organisations/:id/onboarding/notes': JSON.stringify({ text: 'x', visibility: 'all' }),
  'POST /bulk': JSON.stringify({
    action: 'suspend',
    ids: ['0190a000-0000-7000-8000-000000000000'],
  }),
  'POST /organisations/:id/views': JSON.stringify({ list: 'children', name: 'Mine', query: {} }),
  'PUT /notices/preferences/:id': JSON.stringify({ mail: 'daily' }),
  'POST /notices/read': JSON.stringify({ upTo: 0 }),
  'POST /audit/marks': JSON.stringify({
    action: 'settings.view',
    reason: 'The page read ahead.',
    before: '2000-01-01T00:00:00Z',
  }),
  'POST /accounts/:id/grants': JSON.stringify({
    role: 'TenantReader',
    organisationId: '01900000-0000-7000-8000-000000000000',
  }),
  'POST /federation/providers': JSON.stringify({
    kind: 'google',
    label: 'Google',
    clientId: 'canopy',
  }),
  'POST /accounts/:id/move': JSON.stringify({
    organisationId: '01900000-0000-7000-8000-000000000000',
  }),
  'POST /organisations': JSON.stringify({
    kind: 'unit',
    parentId: '01900000-0000-7000-8000-000000000000',
    displayName: 'Unit',
  }),
  'POST /organisations/:id/move': JSON.stringify({
    parentId: '01900000-0000-7000-8000-000000000000',
  }),
  'POST /organisations/:id/move/preview': JSON.stringify({
    parentId: '01900000-0000-7000-8000-000000000000',
  }),
  'PUT /organisations/:id/access': JSON.stringify({ managementMode: 'managed' }),
  'POST /organisations/:id/access-requests': JSON.stringify({
    role: 'TenantReader',
    reason: 'To have a look.',
    days: 1,
  }),
  'POST /organisations/:id/break-glass': JSON.stringify({ reason: 'It burns.', hours: 1 }),
  'POST /organisations/:id/accounts': JSON.stringify({ email: 'a@b.example', displayName: 'A' }),
  'POST /tokens': JSON.stringify({
    name: 'Export',
    role: 'TenantReader',
    organisationId: '01900000-0000-7000-8000-000000000000',
    expiresInDays: 1,
  }),
};

/** Somebody at acme whose session owes this step. */
async function owing(world: World, step: 'mfa' | 'change-password' | 'enrol-mfa') {
  const name: PersonName = 'tenant-admin@acme';
  const session = await world.signIn(name);
  if (step === 'mfa') {
    await addApp(session, world.clock.now());
    return world.signIn(name);
  }
  if (step === 'enrol-mfa') bodyOf(await ask(world, 'acme', 'administrators'));
  else bodyOf(await world.founder.post(`/accounts/${await idOf(session)}/require-password-change`));
  return session;
}

describe('asking for a second factor', () => {
  test('[S15] concerns those at home below at once, and nobody else', async () => {
    await using world = await createWorld();
    const names = ['tenant-admin@acme', 'tenant-reader@labs', 'user@beta', 'partner-admin@birch'];
    const cast = await Promise.all(names.map((name) => world.signIn(name as PersonName)));
    const sockets = await Promise.all(cast.map((each) => each.socket()));

    bodyOf(await ask(world, 'alder', 'administrators'));
    await world.settled();

    const next = await Promise.all(cast.map(async (each) => (await each.who()).next));
    expect(next).toEqual(['enrol-mfa', 'enrol-mfa', 'done', 'done']);
    expect(sockets.map(({ ended }) => ended)).toEqual(['pending', 'pending', null, null]);
    await Promise.all(sockets.map((each: LiveSocket) => each[Symbol.asyncDispose]()));
  });

  test('[S15] concerns those who hold a role there, wherever they are at home', async () => {
    await using world = await createWorld();
    const session = await world.signIn('nobody@gamma');
    const grant = { role: 'TenantReader', organisationId: world.ids.delta };
    bodyOf(await world.founder.post(`/accounts/${await idOf(session)}/grants`, grant));

    bodyOf(await ask(world, 'delta', 'everybody'));

    expect((await session.who()).next).toBe('enrol-mfa');
  });

  test('[S15] is satisfied by an authenticator app, which is then the last to stay', async () => {
    await using world = await createWorld();
    const session = await world.signIn('tenant-admin@acme');
    bodyOf(await ask(world, 'north', 'everybody'));

    const { id, recoveryCodes } = await addApp(session, world.clock.now());
    const removed = await session.delete(`/auth/mfa/totp/${id}`);

    expect(recoveryCodes).toHaveLength(10);
    expect((await session.who()).next).toBe('done');
    expect(removed).toMatchObject({ status: 409, body: { code: 'auth.last-factor' } });
  });

  test('[S22] lets a password be shorter', async () => {
    await using world = await createWorld();
    const session = await world.signIn('tenant-admin@acme');
    const short = { current: PASSWORD, next: 'eight ok' };

    const before = await session.post('/auth/password', short);
    bodyOf(await ask(world, 'acme', 'administrators'));
    await addApp(session, world.clock.now());
    const after = await session.post('/auth/password', short);

    expect([before.status, after.status]).toEqual([422, 200]);
    expect((await session.who()).minPasswordLength).toBe(8);
  });

  test('is said from the start where the platform is set up so', async () => {
    await using world = await createWorld();
    bodyOf(await ask(world, 'platform', 'administrators'));
    const before = await world.founder.get('/organisations');
    await addApp(world.founder, world.clock.now());

    const after = await world.founder.get('/organisations');

    expect([before.body.code, after.status]).toEqual(['auth.pending', 200]);
  });
});

describe('[S20] losing the second factor', async () => {
  const world = await shareWorld();

  test('is mended by an administrator, who signs the person out', async () => {
    const session = await world.signIn('tenant-reader@acme');
    await addApp(session, world.clock.now());
    const id = await idOf(session);
    const admin = await world.signIn('tenant-admin@acme');

    const answer = await admin.post<AccountWithGrants>(`/accounts/${id}/reset-mfa`);
    const mail = (await world.mailsTo(personOf('tenant-reader@acme').email)).at(-1);
    const fresh = await world.signIn('tenant-reader@acme');

    expect(answer).toMatchObject({ status: 200, body: { hasSecondFactor: false } });
    expect((await session.get('/auth/session')).status).toBe(401);
    expect(mail?.text).toContain('tenant admin of acme removed the second factors');
    expect((await fresh.who()).next).toBe('done');
  });

  test('is not mended by oneself, nor without a proof', async () => {
    const session = await world.signIn('partner-admin@alder');
    const other = await world.signIn('tenant-reader@beta');
    const id = await idOf(other);

    const own = await session.post(`/accounts/${await idOf(session)}/reset-mfa`);
    world.clock.advance(6 * 60_000);
    const late = await session.post(`/accounts/${id}/reset-mfa`);

    expect(own).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    expect(late).toMatchObject({ status: 403, body: { code: 'auth.reauthenticate' } });
  });
});
