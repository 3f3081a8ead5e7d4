import { describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { Bearer, makeToken } from '../support/bearer.ts';
import type { PersonName } from '../support/people.ts';
import { newOrganisation, type PlaceName } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

describe('[T10] the tokens that reach an organisation', async () => {
  const world = await shareWorld();
  for (const at of ['platform', 'north', 'alder', 'acme'] as const) {
    const role = {
      platform: 'PlatformReader',
      north: 'DistributorReader',
      alder: 'PartnerReader',
      acme: 'TenantReader',
    } as const;
    await makeToken(world, world.founder, { role: role[at], at, name: at });
  }

  const listed = async (name: PersonName, at: PlaceName) => {
    const session = await world.signIn(name);
    const answer = await session.get<Page<Token>>(world.at(at, '/tokens'));
    return answer.status === 200 ? answer.body.items.map((token) => token.name) : answer.status;
  };

  test.each<[PersonName, PlaceName, string[] | number]>([
    ['platform-reader@platform', 'acme', ['platform', 'north', 'alder', 'acme']],
    ['distributor-admin@north', 'acme', ['north', 'alder', 'acme']],
    ['partner-admin@alder', 'acme', ['alder', 'acme']],
    ['tenant-admin@acme', 'acme', ['acme']],
    ['partner-admin@alder', 'north', 404],
    ['partner-admin@birch', 'acme', 404],
  ])('as %s sees them at %s', async (name, at, expected) => {
    const names = await listed(name, at);

    expect(names).toEqual(expected);
  });

  test('are closed by a barrier, and end at it', async () => {
    const inside = await world.signIn('tenant-admin@acme');
    bodyOf(await inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' }));

    const above = await listed('partner-admin@alder', 'acme');
    const within = await listed('tenant-admin@acme', 'acme');

    bodyOf(await inside.put(world.at('acme', '/access'), { managementMode: 'managed' }));
    expect([above, within]).toEqual([403, ['acme']]);
  });
});

describe('revoking a token', () => {
  test('arrives on every page that follows its place, and tells no text', async () => {
    await using world = await createWorld();
    const watcher = await world.signIn('partner-reader@alder');
    await using live = await watcher.socket();
    await live.subscribe({ scope: 'subtree', organisationId: world.ids.alder });

    const made = await makeToken(world, world.founder, { role: 'TenantReader', at: 'acme' });
    bodyOf(await world.founder.delete<unknown>(`/tokens/${made.id}`));

    await live.until(({ changes }) => changes.length === 2);
    expect(live.changes).toMatchObject([
      {
        resource: 'token',
        topic: 'access',
        op: 'create',
        id: made.id,
        fields: { name: made.name, role: 'TenantReader', expiresAt: made.expiresAt },
      },
      { resource: 'token', op: 'delete', id: made.id, fields: {} },
    ]);
    expect(JSON.stringify(live.packets)).not.toContain(made.token);
    expect(JSON.stringify(live.packets)).not.toContain('Hash');
  });

  test.each<[PersonName, number]>([
    ['tenant-reader@acme', 403],
    ['partner-reader@alder', 403],
    ['tenant-admin@acme', 204],
    ['partner-admin@birch', 404],
    ['nobody@acme', 404],
  ])('[T11] answers %s %i', async (name, status) => {
    await using world = await createWorld();
    const { id } = await makeToken(world, world.founder, { role: 'TenantReader', at: 'acme' });
    const session = await world.signIn(name);

    const answer = await session.delete(`/tokens/${id}`);

    expect(answer.status).toBe(status);
  });

  test('[T11] stays with whoever made it, after the role is gone', async () => {
    await using world = await createWorld();
    const maker = await world.signIn('partner-admin@alder');
    const { id } = await makeToken(world, maker, { role: 'TenantReader', at: 'acme' });
    const { grants } = await maker.who();
    bodyOf(await world.founder.delete<unknown>(`/grants/${grants[0]?.id ?? ''}`));

    const answer = await maker.delete(`/tokens/${id}`);

    expect(answer.status).toBe(204);
    expect(bodyOf(await maker.get<Page<Token>>('/tokens')).items).toEqual([]);
  });

  test('twice at once ends it once', async () => {
    await using world = await createWorld();
    const { id } = await makeToken(world, world.founder, { role: 'TenantReader', at: 'acme' });

    const answers = await Promise.all([1, 2].map(() => world.founder.delete(`/tokens/${id}`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  });
});

describe('[T5] a token goes with', () => {
  test('the account that made it, told to who follows its place', async () => {
    await using world = await createWorld();
    const maker = await world.signIn('second-partner-admin@alder');
    const made = await makeToken(world, maker, { role: 'TenantReader', at: 'acme' });
    await using live = await (await world.signIn('tenant-admin@acme')).socket();
    await live.subscribe({ scope: 'record', organisationId: world.ids.acme });
    const { account } = await maker.who();

    bodyOf(await world.founder.delete<unknown>(`/accounts/${account.id}`));

    await live.until(({ changes }) => changes.some(({ resource }) => resource === 'token'));
    expect(live.changes).toMatchObject([{ op: 'delete', id: made.id }]);
    const { items } = bodyOf(await world.founder.get<Page<Token>>(world.at('acme', '/tokens')));
    expect(items).toEqual([]);
  });

  test('the organisation where it holds', async () => {
    await using world = await createWorld();
    const input = { ...newOrganisation('tenant', 'Omega'), parentId: world.ids.alder };
    const { id } = bodyOf(await world.founder.post<Organisation>('/organisations', input));
    const wish = { name: 'Omega', role: 'TenantReader', organisationId: id, expiresInDays: 1 };
    const made = bodyOf(await world.founder.post<{ token: string }>('/tokens', wish));

    bodyOf(await world.founder.post(`/organisations/${id}/suspend`));
    bodyOf(await world.founder.delete<unknown>(`/organisations/${id}`));

    const program = new Bearer(world.url, made.token);
    expect((await program.get('/organisations')).status).toBe(401);
    expect(bodyOf(await world.founder.get<Page<Token>>('/tokens')).items).toEqual([]);
  });
});
