import { describe, expect, test } from 'vitest';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { pruneLog } from '../../server/live/prune-log.ts';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { DAY, MINUTE } from '../../server/core/clock.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const any = { ifMatch: '*' };

async function read(session: Session, query = '', path = '/audit'): Promise<AuditEntry[]> {
  return bodyOf(await session.get<Page<AuditEntry>>(`${path}?${query}`)).items;
}

const readAt = ({ id }: { id: string }, session = founder, query = 'limit=200') =>
  read(session, query, `/organisations/${id}/audit`);

const shortly = (entries: readonly AuditEntry[]) =>
  entries.map(({ action, outcome }) => (outcome === 'done' ? action : `${action} ${outcome}`));

describe('a record', () => {
  test('[U1] tells who did what where, from where, and what it changed', async () => {
    const tenant = await world.create('tenant', 'alder', { displayName: 'Omega' });
    const admin = await world.signIn('partner-admin@alder');
    const { account } = await admin.who();
    const path = `/organisations/${tenant.id}`;

    const answer = await admin.patch(path, { displayName: 'Omega Ltd' }, any);
    const [latest] = await readAt(tenant);

    expect(latest).toEqual({
      seq: expect.any(Number) as number,
      at: expect.any(String) as string,
      action: 'organisation.edit',
      outcome: 'done',
      actor: { id: account.id, displayName: account.displayName },
      token: null,
      organisationId: tenant.id,
      organisation: { id: tenant.id, kind: 'tenant', displayName: 'Omega Ltd' },
      requestId: answer.headers.get('x-request-id'),
      address: '127.0.0.1',
      userAgent: expect.any(String) as string,
      changes: [
        {
          resource: 'organisation',
          id: tenant.id,
          op: 'update',
          before: expect.objectContaining({ displayName: 'Omega' }) as object,
          after: expect.objectContaining({ displayName: 'Omega Ltd' }) as object,
        },
      ],
      checks: [],
      notes: {},
      isErased: false,
      mark: null,
    });
  });

  test('of a failed sign-in is found by the address that was tried', async () => {
    const email = 'Nobody-Here@alder.example';
    await world.stranger().post('/auth/sign-in', { email, password: 'wrong' });

    const found = await read(founder, 'q=nobody-here@');

    expect(shortly(found)).toEqual(['session.signInFailed failed']);
  });
});

describe('the pages', () => {
  test('go from the latest to the first, without gap or double', async () => {
    const all = await world.em.count(AuditRecord);
    const seqs: number[] = [];

    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/audit?limit=7${cursor && `&cursor=${cursor}`}`;
      const page: Page<AuditEntry> = bodyOf(await founder.get<Page<AuditEntry>>(path));
      seqs.push(...page.items.map(({ seq }) => seq));
      ({ nextCursor: cursor } = page);
    }

    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(new Set(seqs).size).toBe(all);
  });

  test('have cursors of their own', async () => {
    const ofAudit = bodyOf(await founder.get<Page<AuditEntry>>('/audit?limit=1')).nextCursor;
    const ofActivity = bodyOf(
      await founder.get<Page<unknown>>(world.at('platform', '/activity?limit=1')),
    ).nextCursor;
    const strangers = [
      `/audit?cursor=x`,
      `/audit?cursor=7`,
      `/audit?cursor=${ofActivity}`,
      `/audit?outcome=denied&cursor=${ofAudit}`,
      world.at('platform', `/activity?cursor=${ofAudit}`),
      world.at('birch', `/activity?cursor=${ofActivity}`),
    ];

    const answers = await Promise.all(strangers.map((path) => founder.get(path)));

    expect(ofAudit && ofActivity).toBeTruthy();
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } });
    }
  });
});

describe('a filter', async () => {
  const partner = await world.create('partner', 'north');
  const path = `/organisations/${partner.id}`;
  const person = { email: `${partner.id}@canopy.example`, displayName: 'Ada' };
  const { id } = bodyOf(await founder.post<AccountWithGrants>(`${path}/accounts`, person));
  await founder.patch(path, { description: 'new' }, any);
  await founder.patch(`${path}/billing`, { taxId: 'DE 1' }, any);
  const reader = await world.signIn('distributor-reader@north');
  await reader.post(`${path}/suspend`);
  const { account } = await reader.who();

  test.each([
    ['action=organisation.edit', ['organisation.edit']],
    ['action=organisation.suspend', ['organisation.suspend denied']],
    ['action=organisation.suspend&outcome=done', []],
    ['outcome=denied', ['organisation.suspend denied']],
    ['outcome=failed', []],
    ['resource=billing', ['billing.edit', 'organisation.create']],
    ['resource=account', ['account.invite']],
    [`actor=${account.id}`, ['organisation.suspend denied']],
    [`q=${person.email.toUpperCase()}`, ['account.invite']],
    ['q=100%25', []],
    ['from=2999-01-01T00:00:00Z', []],
    ['to=2000-01-01T00:00:00Z', []],
    ['to=2999-01-01T00:00:00Z&resource=account', ['account.invite']],
  ])('%s', async (query, expected) => {
    expect(shortly(await readAt(partner, founder, query))).toEqual(expected);
  });

  test('by organisation is the same as asking at it', async () => {
    const here = await read(founder, `organisation=${partner.id}&limit=200`);

    expect(here).toEqual(await readAt(partner));
    expect(here.length).toBeGreaterThan(4);
  });

  test.each(['outcome=perhaps', 'from=yesterday', 'organisation=x', 'secret=1'])(
    'that is none is refused: %s',
    async (query) => {
      expect(await founder.get(`/audit?${query}`)).toMatchObject({ status: 422 });
    },
  );

  test('finds the account by its id in what was changed', async () => {
    const [found] = await readAt(partner, founder, `q=${id}`);

    expect(found).toMatchObject({ action: 'account.invite' });
  });
});

describe('an attempt without the right', () => {
  test('[U2] is on record, with what it lacked, and has done nothing', async () => {
    const tenant = await world.create('tenant', 'alder');
    const reader = await world.signIn('partner-reader@alder');
    const { account } = await reader.who();

    const answer = await reader.patch(`/organisations/${tenant.id}`, { displayName: 'Mine' }, any);
    const [latest] = await readAt(tenant);

    expect(answer.status).toBe(403);
    expect(latest).toMatchObject({
      action: 'organisation.edit',
      outcome: 'denied',
      actor: { id: account.id, displayName: account.displayName },
      requestId: answer.headers.get('x-request-id'),
      changes: [],
      checks: [{ name: 'role', ok: false, detail: expect.any(String) as string }],
    });
  });

  test('[U2] to read is on record too', async () => {
    const closed = await world.create('tenant', 'birch');
    await world.em.execute(
      `update organisations set management_mode = 'self-managed' where id = '${closed.id}'`,
    );

    await founder.get(`/organisations/${closed.id}/accounts`);

    expect(shortly(await readAt(closed))[0]).toBe('accounts.view denied');
  });

  test('[U2] is written down once a minute, however often it is made', async () => {
    const tenant = await world.create('tenant', 'alder');
    const reader = await world.signIn('partner-reader@alder');
    const attempt = () => reader.post(`/organisations/${tenant.id}/lock`);
    const count = async () => (await readAt(tenant, founder, 'outcome=denied')).length;

    await Promise.all(Array.from({ length: 10 }, attempt));
    const first = await count();
    world.clock.advance(MINUTE);
    await attempt();

    expect([first, await count()]).toEqual([1, 2]);
  });

  test('[U2] floods nothing, wherever it is made', async () => {
    await using other = await createWorld();
    other.clock.stop();
    const reader = await other.signIn('platform-reader@platform');
    const tenants = await Array.fromAsync({ length: 70 }, () => other.create('tenant', 'alder'));
    for (const { id } of tenants) await reader.post(`/organisations/${id}/lock`);

    const denied = await read(other.founder, 'outcome=denied&limit=200');

    expect(denied).toHaveLength(60);
  });

  test('that looked for what is not there is not', async () => {
    const stranger = await world.signIn('partner-admin@birch');
    const before = await world.em.count(AuditRecord);

    const { status } = await stranger.patch(world.at('acme'), { displayName: 'Mine' }, any);

    expect(status).toBe(404);
    expect(await world.em.count(AuditRecord)).toBe(before);
  });
});

describe('[U6] who may see what', () => {
  test('nobody sees what lies outside their scope', async () => {
    const here = await world.create('tenant', 'alder');
    const there = await world.create('tenant', 'birch');
    const admin = await world.signIn('partner-admin@alder');

    const places = (await read(admin, 'limit=200')).map(({ organisationId }) => organisationId);

    expect(places).toContain(here.id);
    expect(places).not.toContain(there.id);
    expect(places).not.toContain(world.ids.platform);
    expect(places).not.toContain(null);
    expect(await admin.get(`/organisations/${there.id}/audit`)).toMatchObject({ status: 404 });
  });

  test('nobody without a role sees anything', async () => {
    const user = await world.signIn('user@acme');

    expect(await read(user)).toEqual([]);
  });

  test('where an organisation has moved out of sight, its present name is not told', async () => {
    const tenant = await world.create('tenant', 'alder', { displayName: 'Before' });
    const admin = await world.signIn('partner-admin@alder');
    await founder.post(`/organisations/${tenant.id}/move`, { parentId: world.ids.birch });
    await founder.patch(`/organisations/${tenant.id}`, { displayName: 'After' }, any);

    const text = JSON.stringify(await read(admin, `q=${tenant.id}`));

    expect(text).toContain('Before');
    expect(text).not.toContain('After');
  });
});

describe('[U6] behind a closed barrier', async () => {
  await using closed = await createWorld();
  const inside = await closed.signIn('partner-admin@alder');
  const above = await closed.signIn('distributor-admin@north');
  const { account } = await above.who();
  const acme = closed.ids.acme;
  await above.patch(`/organisations/${acme}`, { description: 'from above' }, any);
  await inside.patch(`/organisations/${acme}`, { description: 'from inside' }, any);
  bodyOf(await inside.put(closed.at('alder', '/access'), { managementMode: 'self-managed' }));
  await above.patch(`/organisations/${acme}`, { description: 'refused' }, any);
  const query = `organisation=${acme}&limit=200`;
  const seen = { inside: await read(inside, query), above: await read(above, query) };
  const founders = await read(closed.founder, query);

  test('those inside see everything', () => {
    expect(shortly(seen.inside).slice(0, 3)).toEqual([
      'organisation.edit denied',
      'organisation.edit',
      'organisation.edit',
    ]);
  });

  test('those above see their own deeds and nothing else', () => {
    expect(shortly(seen.above)).toEqual(['organisation.edit denied', 'organisation.edit']);
    expect(new Set(seen.above.map(({ actor }) => actor.id))).toEqual(new Set([account.id]));
  });

  test('the platform is above as well', () => {
    expect(new Set(shortly(founders))).toEqual(new Set(['organisation.create']));
  });
});

describe('what was closed when it was deleted', () => {
  test('[U6] stays closed to who deleted it, when the change log has forgotten it', async () => {
    await using other = await createWorld();
    const admin = await other.signIn('partner-admin@alder');
    const tenant = await other.create('tenant', 'alder');
    const path = `/organisations/${tenant.id}`;
    const person = { email: 'inside@omega.example', displayName: 'Ada' };
    const grants = [{ role: 'TenantAdministrator' }];
    bodyOf(await admin.post(`${path}/accounts`, { ...person, grants }));
    const [mail] = await other.mailsTo(person.email);
    const insider = await other.accept(mail);
    bodyOf(await insider.put(`${path}/access`, { managementMode: 'self-managed' }));
    bodyOf(await admin.post<Organisation>(`${path}/suspend`));
    expect((await admin.delete(path)).status).toBe(204);
    const later = new Date(other.clock.now().getTime() + 30 * DAY);
    await pruneLog(other.em, later, 14);

    const seen = await read(admin, `q=${tenant.id}&limit=200`);
    const asked = await read(admin, `q=inside@omega.example&limit=200`);

    const [deletion] = seen;
    expect(deletion?.action).toBe('organisation.delete');
    expect(deletion?.changes.map(({ resource }) => resource)).toEqual(['billing', 'organisation']);
    expect(shortly(seen)).not.toContain('organisation.setManagementMode');
    expect(asked).toEqual([]);
  });
});
