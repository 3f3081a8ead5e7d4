import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Departure, Provider, Providers } from '../../shared/federation/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { begin, comeBack, connect, depart, roundTrip } from '../support/federation.ts';
import { HostileProvider } from '../support/hostile-provider.ts';
import { isOnPostgres } from '../support/database.ts';
import { invitationToken } from '../support/outbox.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const ann: PersonName = 'tenant-admin@acme';
const SECRET = 'a-client-secret-that-nobody-may-read';
const any = { ifMatch: '*' };

const idp = (fields: object = {}) => ({
  kind: 'oidc',
  label: 'Any',
  issuer: 'https://login.example',
  clientId: 'canopy',
  ...fields,
});

describe('providers', async () => {
  const world = await shareWorld();
  const create = (input: object) => world.founder.post<Provider>('/federation/providers', input);

  test('[F7] are read with everything but the secret, by who sees the platform’s settings', async () => {
    const made = bodyOf(await create(idp({ clientSecret: SECRET, enabled: true })));
    const reader = await world.signIn('platform-reader@platform');

    const { body, text } = await reader.get<Page<Provider>>('/federation/providers');

    expect(body.items).toContainEqual(made);
    expect(made.secretSetAt).not.toBeNull();
    expect(text).not.toContain(SECRET);
  });

  test('[F6] keep their secret out of the log, the audit and the files', async () => {
    const { id } = bodyOf(await create(idp({ clientSecret: SECRET })));
    bodyOf(
      await world.founder.patch(`/federation/providers/${id}`, { clientSecret: `${SECRET}2` }, any),
    );

    const rows = [await world.em.find(ChangeRow, {}), await world.em.find(AuditRecord, {})];
    expect(JSON.stringify(rows)).toContain('secretSetAt');
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    if (isOnPostgres()) return;
    const files = (await readdir(world.server.dataDir)).filter((file) =>
      file.startsWith('canopy.'),
    );
    for (const file of files) {
      const content = await readFile(join(world.server.dataDir, file), 'latin1');
      expect(content.includes(SECRET), file).toBe(false);
    }
  });

  test.each([
    ['an issuer without https', idp({ issuer: 'http://login.example' }), 'issuer'],
    ['no issuer', idp({ issuer: undefined }), 'issuer'],
    ['Entra of no directory', idp({ kind: 'entra', issuer: undefined }), 'tenant'],
    [
      'Entra of any directory',
      idp({ kind: 'entra', issuer: undefined, tenant: 'organizations' }),
      'directories',
    ],
    ['scopes without openid', idp({ scopes: 'email' }), 'scopes'],
    ['a field that nobody knows', idp({ sealedSecret: 'x' }), 'sealedSecret'],
  ])('are refused with %s', async (_, input, path) => {
    const answer = await world.founder.post('/federation/providers', input);

    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.path)).toEqual([path]);
  });

  test('[F5] of one directory at Entra are pinned to it', async () => {
    const tenant = '1111AAAA-2222-4333-8444-555555555555';

    const { body } = await create(idp({ kind: 'entra', issuer: undefined, tenant }));

    expect(body).toMatchObject({
      issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
      directories: [tenant.toLowerCase()],
    });
    const unpinned = await world.founder.patch(
      `/federation/providers/${body.id}`,
      { directories: [] },
      any,
    );
    expect(unpinned.status).toBe(422);
  });

  test('are merged like everything: overlapping edits are refused', async () => {
    const { id, version } = bodyOf(await create(idp()));
    const path = `/federation/providers/${id}`;
    const seen = { ifMatch: version };
    bodyOf(await world.founder.patch(path, { label: 'First' }, seen));

    const disjoint = await world.founder.patch<Provider>(path, { domain: 'a.example' }, seen);
    const overlapping = await world.founder.patch(path, { label: 'Second' }, seen);

    expect(disjoint.body).toMatchObject({ label: 'First', domain: 'a.example' });
    expect(overlapping.status).toBe(409);
  });

  test('reach who follows the platform’s settings, as they change', async () => {
    await using socket = await (await world.signIn('platform-reader@platform')).socket();
    await socket.subscribe({ scope: 'record', organisationId: world.ids.platform });

    const { id } = bodyOf(await create(idp({ label: 'Live' })));
    bodyOf(await world.founder.patch(`/federation/providers/${id}`, { enabled: true }, any));
    bodyOf(await world.founder.delete(`/federation/providers/${id}`));
    await world.settled();
    await socket.roundTrip();

    const seen = socket.changes.filter((change) => change.id === id);
    expect(seen.map(({ op, resource, topic }) => [op, resource, topic])).toEqual([
      ['create', 'provider', 'settings'],
      ['update', 'provider', 'settings'],
      ['delete', 'provider', 'settings'],
    ]);
    expect(seen[1]?.fields).toMatchObject({ enabled: true });
  });

  test('[F7] ask for a proof that is no older than five minutes before they change', async () => {
    const { id } = bodyOf(await create(idp()));
    world.clock.advance(6 * 60_000);

    const answers = [
      await world.founder.post('/federation/providers', idp()),
      await world.founder.patch(`/federation/providers/${id}`, { label: 'B' }, any),
      await world.founder.delete(`/federation/providers/${id}`),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('auth.reauthenticate'));
    world.clock.advance(-6 * 60_000);
  });
});

describe('testing a provider', async () => {
  const world = await shareWorld();
  const hostile = await HostileProvider.start();
  afterAll(() => hostile[Symbol.asyncDispose]());

  const tested = async (id: string): Promise<Provider> => {
    const { items } = bodyOf(await world.founder.get<Page<Provider>>('/federation/providers'));
    return items.find((provider) => provider.id === id) as Provider;
  };

  test.each([
    ['that is as it should be', {}, 'E-mail', true],
    ['whose token is for another', { claims: { aud: 'other' } }, 'Audience', false],
    ['whose signature is forged', { isForged: true }, 'Signature', false],
  ])('[F14] %s tells of each check, and signs nobody in', async (_, forgery, last, ok) => {
    const { id } = await connect(world, { ...hostile.connection, enabled: false });
    const departure = await world.founder.post<Departure>(`/federation/providers/${id}/test`);
    const there = new URL(bodyOf(departure).url);
    const { cookie } = world.founder;

    const page = await roundTrip(world.founder, { hostile, id, there }, forgery);

    expect(page.pathname).toBe(`/organisations/${world.ids.platform}/settings/sign-in`);
    expect(world.founder.cookie).toBe(cookie);
    const { test: result } = await tested(id);
    expect(result?.by).toBe(personOf('platform-admin@platform').displayName);
    expect(result?.checks.at(-1)).toMatchObject({ name: last, ok });
    expect(result?.checks.slice(0, -1).every((check) => check.ok)).toBe(true);
    const { body } = await world.founder.get<Page<unknown>>('/auth/identities');
    expect(body.items).toEqual([]);
  });

  test('that does not answer says so', async () => {
    const { id } = await connect(world, {
      ...hostile.connection,
      issuer: 'http://127.0.0.1:9',
      enabled: false,
    });

    const answer = await world.founder.post(`/federation/providers/${id}/test`);

    expect([answer.status, answer.body.code]).toEqual([409, 'provider.unreachable']);
    expect((await tested(id)).test?.checks).toMatchObject([{ name: 'Discovery', ok: false }]);
    const page = await depart(world.stranger(), id);
    expect(page.searchParams.get('problem')).toBe('path-shut');
  });
});

describe('allowing fewer ways in', async () => {
  const world = await createWorld();
  afterAll(() => world[Symbol.asyncDispose]());
  const hostile = await HostileProvider.start();
  afterAll(() => hostile[Symbol.asyncDispose]());
  let provider: Provider;
  const allow = (at: 'platform' | 'alder' | 'acme', signInPaths: string[] | null) =>
    world.founder.patch(world.at(at, '/settings'), { signInPaths }, any);
  const enter = async (sub: string): Promise<{ session: Session; page: URL }> => {
    const session = world.stranger();
    const there = await depart(session, provider.id);
    const claims = { sub };
    return {
      session,
      page: await roundTrip(session, { hostile, id: provider.id, there }, { claims }),
    };
  };
  const link = async (session: Session, sub: string): Promise<void> => {
    const there = await begin(session, provider.id, 'link');
    await roundTrip(session, { hostile, id: provider.id, there }, { claims: { sub } });
  };

  beforeAll(async () => {
    world.clock.stop();
    provider = await connect(world, hostile.connection);
    await link(await world.signIn(ann), 'ann');
  });

  test('[F9] ends the sessions of passwords at once where only the provider is left', async () => {
    const session = await world.signIn(ann);
    await using socket = await session.socket();
    const { session: federated } = await enter('ann');
    const outside = await world.signIn('tenant-admin@beta');

    bodyOf(await allow('acme', [provider.id]));
    await expect.poll(() => socket.ended).not.toBeNull();

    const status = async (one: Session) => (await one.get('/auth/session')).status;
    expect([await status(session), await status(federated), await status(outside)]).toEqual([
      401, 200, 200,
    ]);
    const again = await world.stranger().post('/auth/sign-in', {
      email: personOf(ann).email,
      password: PASSWORD,
    });
    expect([again.status, again.body.code]).toEqual([403, 'auth.path']);
    bodyOf(await allow('acme', null));
  });

  test('[F8] holds for who is invited there', async () => {
    const name: PersonName = 'tenant-reader@acme';
    await world.invite(name);
    const [mail] = await world.mailsTo(personOf(name).email);
    const token = mail ? invitationToken(mail) : '';
    bodyOf(await allow('acme', [provider.id]));

    const session = world.stranger();
    const ways = await session.get<Providers>(`/invitations/${token}/providers`);
    const input = { displayName: 'Rea', password: PASSWORD };
    const accepted = await session.post(`/invitations/${token}/accept`, input);
    bodyOf(await allow('acme', null));
    const later = await session.post(`/invitations/${token}/accept`, input);

    expect(ways.body).toMatchObject({ password: false, federated: [{ id: provider.id }] });
    expect([accepted.status, accepted.body.code]).toEqual([403, 'auth.path']);
    expect(later.status).toBe(200);
  });

  test('[F8] below never opens what is shut above', async () => {
    bodyOf(await allow('alder', ['password']));

    bodyOf(await allow('acme', ['password', provider.id]));

    const { page } = await enter('ann');
    expect(page.searchParams.get('problem')).toBe('path-shut');
    bodyOf(await allow('acme', null));
    bodyOf(await allow('alder', null));
  });

  test('[F8] that leaves none at all is refused', async () => {
    bodyOf(await allow('alder', ['password']));

    const answer = await allow('acme', [provider.id]);

    expect([answer.status, answer.body.code]).toEqual([409, 'auth.last-way']);
    bodyOf(await allow('alder', null));
  });

  test('shows on the sign-in page what is left', async () => {
    const before = bodyOf(await world.stranger().get<Providers>('/auth/providers'));
    await link(world.founder, 'founder');
    bodyOf(await allow('platform', [provider.id]));
    world.founder.cookie = (await enter('founder')).session.cookie;
    const after = bodyOf(await world.stranger().get<Providers>('/auth/providers'));
    bodyOf(await allow('platform', null));
    world.founder.cookie = (await world.signIn('platform-admin@platform')).cookie;

    expect(before).toEqual({ password: true, federated: [{ id: provider.id, label: 'Hostile' }] });
    expect(after).toEqual({ password: false, federated: [{ id: provider.id, label: 'Hostile' }] });
  });

  test('[F10] is refused where it is the last way in of the last administrator of the platform', async () => {
    await using other = await createWorld();
    const unused = await connect(other, hostile.connection);
    const narrow = await other.founder.patch(
      other.at('platform', '/settings'),
      { signInPaths: [unused.id] },
      any,
    );
    expect([narrow.status, narrow.body.code]).toEqual([409, 'auth.last-way']);
    const there = await begin(other.founder, unused.id, 'link');
    await roundTrip(other.founder, { hostile, id: unused.id, there }, { claims: { sub: 'f' } });
    bodyOf(
      await other.founder.patch(
        other.at('platform', '/settings'),
        { signInPaths: [unused.id] },
        any,
      ),
    );
    const session = other.stranger();
    const way = await depart(session, unused.id);
    await roundTrip(session, { hostile, id: unused.id, there: way }, { claims: { sub: 'f' } });

    const off = await session.patch(`/federation/providers/${unused.id}`, { enabled: false }, any);
    const gone = await session.delete(`/federation/providers/${unused.id}`);

    expect([off.body.code, gone.body.code]).toEqual(['auth.last-way', 'auth.last-way']);
    expect((await session.get('/auth/session')).status).toBe(200);
  });

  test('[F9] switching a provider off ends its sessions, on open sockets too', async () => {
    const { session } = await enter('ann');
    const own = await world.signIn(ann);
    await using socket = await session.socket();

    bodyOf(
      await world.founder.patch(`/federation/providers/${provider.id}`, { enabled: false }, any),
    );
    await expect.poll(() => socket.ended).not.toBeNull();

    expect((await session.get('/auth/session')).status).toBe(401);
    expect((await own.get('/auth/session')).status).toBe(200);
    const back = await comeBack(world.stranger(), provider.id, { code: 'any', state: 'any' });
    expect(back.searchParams.get('problem')).toBe('flow-over');
  });

  test('[F9] a way that was begun before the provider was switched off leads nowhere', async () => {
    bodyOf(
      await world.founder.patch(`/federation/providers/${provider.id}`, { enabled: true }, any),
    );
    const session = world.stranger();
    const there = await depart(session, provider.id);
    bodyOf(
      await world.founder.patch(`/federation/providers/${provider.id}`, { enabled: false }, any),
    );

    const page = await roundTrip(
      session,
      { hostile, id: provider.id, there },
      { claims: { sub: 'ann' } },
    );

    expect(page.searchParams.get('problem')).toBe('path-shut');
    expect(session.cookie).toBe('');
  });

  test('[F11] deleting a provider disconnects everybody from it', async () => {
    const session = await world.signIn(ann);
    const before = await session.get<Page<unknown>>('/auth/identities');

    bodyOf(await world.founder.delete(`/federation/providers/${provider.id}`));

    const after = await session.get<Page<unknown>>('/auth/identities');
    expect([before.body.items.length, after.body.items.length]).toEqual([1, 0]);
  });
});
