import { describe, expect, test } from 'vitest';
import type { Grant } from '../../shared/access/contract.ts';
import type { Account } from '../../shared/people/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { PASSWORD, type PersonName } from '../support/people.ts';
import { type Answer, bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const admin = await world.signIn('tenant-admin@acme');

const pathOf = ({ id }: { id: string }, rest = '') => `/accounts/${id}${rest}`;

/** The account of somebody who has just signed in. */
async function accountOf(name: PersonName) {
  const session = await world.signIn(name);
  return { session, ...(await session.who()).account };
}

function give(account: { id: string }, role: string, organisationId: string) {
  return founder.post<Grant>(pathOf(account, '/grants'), { role, organisationId });
}

describe('an account', () => {
  test('[S2] is read by its own person and who may see its home', async () => {
    const { session, ...account } = await accountOf('tenant-reader@acme');

    const own = await session.get<Account>(pathOf(account));
    const byAdmin = await admin.get<Account>(pathOf(account));

    expect(own.body).toMatchObject({ ...account, grants: [{ role: 'TenantReader' }] });
    expect(byAdmin.text).toBe(own.text);
    expect(own.headers.get('etag')).toBe(`"${account.version}"`);
  });

  test('[S2] without a role sees itself, and nothing around it', async () => {
    const { session, ...account } = await accountOf('nobody@acme');

    const answers = [
      await session.get(pathOf(account)),
      await session.get(world.at('acme')),
      await session.get(world.at('acme', '/accounts')),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
    const all = await session.get<Page<unknown>>('/organisations');
    expect(all.body.items).toEqual([]);
  });

  test('of a user of services holds no role', async () => {
    const account = await world.invite('user@acme');

    const answer = await give(account, 'TenantReader', world.ids.acme);

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'role' }] } });
  });

  test('takes another name, merged like everything', async () => {
    const account = await world.invite('second-nobody@acme');

    const first = await admin.patch(pathOf(account), { displayName: 'Eve' }, { ifMatch: 1 });
    const stale = await founder.patch(pathOf(account), { displayName: 'Eva' }, { ifMatch: 1 });

    expect(first).toMatchObject({ status: 200, body: { displayName: 'Eve', version: 2 } });
    expect(stale).toMatchObject({
      status: 409,
      body: { conflicts: [{ field: 'displayName', theirs: 'Eve' }] },
    });
  });
});

describe('[S6] disabling an account', () => {
  test('ends its sessions at once, and lets it in no more', async () => {
    const { session, ...account } = await accountOf('tenant-reader@labs');
    const credentials = { email: account.email, password: PASSWORD };

    const answer = await admin.post(pathOf(account, '/disable'));

    expect(answer).toMatchObject({ status: 200, body: { status: 'disabled' } });
    expect((await session.get('/auth/session')).status).toBe(401);
    expect((await world.stranger().post('/auth/sign-in', credentials)).status).toBe(403);
  });

  test('can be taken back, but what was ended stays ended', async () => {
    const { session, ...account } = await accountOf('second-tenant-reader@labs');
    bodyOf(await admin.post(pathOf(account, '/disable')));

    const answer = await admin.post(pathOf(account, '/enable'));

    expect(answer).toMatchObject({ status: 200, body: { status: 'active' } });
    expect((await session.get('/auth/session')).status).toBe(401);
    await expect(world.signIn('second-tenant-reader@labs')).resolves.toBeDefined();
  });

  test('before it ever signed in leaves it invited when taken back', async () => {
    const account = await world.invite('tenant-admin@bench');
    bodyOf(await admin.post(pathOf(account, '/disable')));

    const answer = await admin.post(pathOf(account, '/enable'));

    expect(answer.body).toMatchObject({ status: 'invited' });
  });
});

describe('deleting an account', () => {
  test('takes its roles and sessions along, and frees its address', async () => {
    const { session, ...account } = await accountOf('tenant-reader@beta');
    const { grants } = await session.who();

    const answer = await founder.delete(pathOf(account));

    expect(answer.status).toBe(204);
    expect((await session.get('/auth/session')).status).toBe(401);
    expect((await founder.get(pathOf(account))).status).toBe(404);
    expect((await founder.delete(`/grants/${grants[0]?.id}`)).status).toBe(404);
    const again = { email: account.email, displayName: 'Eve' };
    expect((await founder.post(world.at('beta', '/accounts'), again)).status).toBe(201);
  });

  test('[S6] is nobody’s to do to the own', async () => {
    const { account } = await admin.who();

    const answer = await admin.delete(pathOf(account));

    expect(answer).toMatchObject({ status: 403, body: { checks: [{ name: 'state', ok: false }] } });
  });
});

describe('[A4] an account that holds more than the administrator', async () => {
  const higher = await world.invite('nobody@labs');
  await give(higher, 'PartnerReader', world.ids.alder);
  const elsewhere = await world.invite('second-nobody@labs');
  await give(elsewhere, 'TenantReader', world.ids.gamma);

  const deeds: [string, (account: Account) => Promise<Answer<unknown>>][] = [
    ['changed', (it) => admin.patch(pathOf(it), { displayName: 'Eve' }, { ifMatch: '*' })],
    ['disabled', (it) => admin.post(pathOf(it, '/disable'))],
    ['enabled', (it) => admin.post(pathOf(it, '/enable'))],
    ['deleted', (it) => admin.delete(pathOf(it))],
  ];

  test.each(deeds)('is not %s: a higher role', async (_, deed) => {
    const answer = await deed(higher);

    expect(answer.status).toBe(403);
    expect((await founder.get(pathOf(higher))).body).toMatchObject({
      displayName: 'nobody of labs',
    });
  });

  test.each(deeds)('is not %s: a role elsewhere', async (_, deed) => {
    const answer = await deed(elsewhere);

    expect(answer).toMatchObject({
      status: 403,
      body: { detail: 'The account also holds roles outside your scope.' },
    });
  });

  test('is not deleted with its organisation either', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const tenant = await world.create('tenant', 'alder');
    const person = { email: 'somebody@omega.example', displayName: 'Somebody' };
    const path = `/organisations/${tenant.id}`;
    const account = bodyOf(await founder.post<AccountWithGrants>(`${path}/accounts`, person));
    await give(account, 'DistributorReader', world.ids.south);
    bodyOf(await partner.post(`${path}/suspend`));

    const below = await partner.delete(path);
    const above = await founder.delete(path);

    expect(below).toMatchObject({ status: 403, body: { checks: [{ name: 'state', ok: false }] } });
    expect(JSON.stringify(below.body)).not.toContain('South');
    expect(above.status).toBe(204);
  });
});

describe('the list of accounts', () => {
  const list = async (query = '') => {
    const path = world.at('cedar', `/accounts${query}`);
    return bodyOf(await founder.get<Page<AccountWithGrants>>(path)).items;
  };

  test('is by name, each with its roles', async () => {
    await world.invite('partner-reader@cedar');
    await world.invite('partner-admin@cedar');

    const accounts = await list();

    expect(accounts.map(({ displayName, grants }) => [displayName, grants[0]?.role])).toEqual([
      ['partner admin of cedar', 'PartnerAdministrator'],
      ['partner reader of cedar', 'PartnerReader'],
    ]);
  });

  test('can be searched by name and address, and narrowed by state', async () => {
    const byName = await list('?q=ADMIN%20of');
    const byAddress = await list('?q=reader@cedar');
    const active = await list('?status=active');

    expect(byName.map(({ email }) => email)).toEqual(['partner-admin@cedar.example']);
    expect(byAddress.map(({ email }) => email)).toEqual(['partner-reader@cedar.example']);
    expect(active).toEqual([]);
  });
});
