import { describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { NewToken, Token } from '../../shared/tokens/contract.ts';
import { MINUTE } from '../../server/core/clock.ts';
import { makeToken } from '../support/bearer.ts';
import { PASSWORD, type PersonName } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();

const wish = (at: PlaceName, fields: object = {}) => ({
  name: 'Nightly export',
  role: 'TenantReader',
  organisationId: world.ids[at],
  expiresInDays: 30,
  ...fields,
});

describe('making an API token', () => {
  test('[T2] answers its text once, and keeps only the hash', async () => {
    const maker = await world.signIn('partner-admin@alder');

    const answer = await maker.post<NewToken>('/tokens', wish('acme'));

    const { token, ...view } = answer.body;
    expect(answer.status).toBe(201);
    expect(token).toMatch(/^cnp_[\w-]{43}$/);
    expect(view).toMatchObject({
      name: 'Nightly export',
      role: 'TenantReader',
      organisation: { id: world.ids.acme, displayName: 'Acme' },
      maker: { displayName: 'partner admin of alder' },
      lastUsedAt: null,
    });
    const days = (Date.parse(view.expiresAt) - Date.parse(view.createdAt)) / (24 * 60 * MINUTE);
    expect(days).toBe(30);
    const own = bodyOf(await maker.get<Page<Token>>('/tokens'));
    expect(own.items).toEqual([view]);
    for (const table of ['api_tokens', 'changes', 'audit_records', 'idempotency_keys']) {
      const rows = await world.em.execute<object[]>(`select * from ${table}`);
      expect(JSON.stringify(rows)).not.toContain(token);
    }
  });

  test.each<[string, PersonName, PlaceName, object, number]>([
    ['a role above one’s own', 'partner-admin@alder', 'alder', { role: 'DistributorReader' }, 403],
    ['a role beside one’s own scope', 'partner-admin@alder', 'birch', {}, 404],
    ['a role above one’s own scope', 'tenant-admin@acme', 'alder', {}, 404],
    ['any role, for a reader', 'partner-reader@alder', 'acme', {}, 403],
    ['a role that does not fit', 'partner-admin@alder', 'alder', { role: 'TenantReader' }, 422],
    ['more than a year', 'partner-admin@alder', 'acme', { expiresInDays: 366 }, 422],
    ['no time at all', 'partner-admin@alder', 'acme', { expiresInDays: 0 }, 422],
    ['no end', 'partner-admin@alder', 'acme', { expiresInDays: undefined }, 422],
    ['no name', 'partner-admin@alder', 'acme', { name: ' ' }, 422],
  ])('[T1] refuses %s', async (_, name, at, fields, status) => {
    const maker = await world.signIn(name);

    const answer = await maker.post('/tokens', wish(at, fields));

    expect(answer.status).toBe(status);
  });

  test('is closed at a suspended organisation', async () => {
    bodyOf(await world.founder.post(world.at('gamma', '/suspend')));

    const answer = await world.founder.post('/tokens', wish('gamma'));

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.denied' } });
  });

  test('[T1] takes somebody who has just shown who they are', async () => {
    const maker = await world.signIn('distributor-admin@north');
    world.clock.advance(6 * MINUTE);

    const late = await maker.post('/tokens', wish('acme'));
    bodyOf(await maker.post('/auth/reauthenticate', { password: PASSWORD }));
    const again = await maker.post('/tokens', wish('acme'));

    expect(late).toMatchObject({ status: 403, body: { code: 'auth.reauthenticate' } });
    expect(again.status).toBe(201);
  });

  test('[T2] is done again by a retry, since its text is nowhere kept', async () => {
    const maker = await world.signIn('second-partner-admin@alder');
    const key = { idempotencyKey: 'once' };

    const first = bodyOf(await maker.post<NewToken>('/tokens', wish('acme'), key));
    const second = bodyOf(await maker.post<NewToken>('/tokens', wish('acme'), key));

    expect(second.token).not.toBe(first.token);
    expect(second.id).not.toBe(first.id);
  });

  test('[T4] while its role is taken makes one that opens nothing', async () => {
    const maker = await world.signIn('partner-admin@cedar');
    const { grants } = await maker.who();

    const [made] = await Promise.all([
      maker.post<NewToken>('/tokens', wish('delta')),
      world.founder.delete(`/grants/${grants[0]?.id ?? ''}`),
    ]);

    const headers = { authorization: `Bearer ${made.body.token}` };
    const seen = await world.stranger().get(world.at('delta'), { headers });
    expect([401, 404]).toContain(seen.status);
  });
});

describe('the list of one’s tokens', () => {
  test('[T10] holds one’s own alone', async () => {
    const maker = await world.signIn('tenant-admin@beta');
    const { id } = await makeToken(world, maker, { role: 'TenantReader', at: 'beta' });
    await makeToken(world, world.founder, { role: 'TenantReader', at: 'beta' });

    const { items } = bodyOf(await maker.get<Page<Token>>('/tokens'));

    expect(items.map((token) => token.id)).toEqual([id]);
  });
});
