import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../shared/access/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { newOrganisation, type PlaceName } from '../support/places.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const partner = await world.signIn('partner-admin@alder');
const distributor = await world.signIn('distributor-admin@north');

const closed = { managementMode: 'self-managed' };
let made = 0;

/** Somebody nobody has invited yet. */
function somebody() {
  made += 1;
  return { email: `first-${made}@new.example`, displayName: `First ${made}` };
}

function create(by: Session, fields: object, parent: PlaceName = 'alder') {
  made += 1;
  const input = { ...newOrganisation('tenant', `New ${made}`), parentId: world.ids[parent] };
  return by.post<Organisation>('/organisations', { ...input, ...fields });
}

function invite(by: Session, { id }: { id: string }, person: object, role = 'TenantAdministrator') {
  return by.post(`/organisations/${id}/accounts`, { ...person, grants: [{ role }] });
}

async function enter(email: string): Promise<Session> {
  return world.accept((await world.mailsTo(email)).at(-1));
}

const sees = async (by: Session, { id }: { id: string }) =>
  (await by.get(`/organisations/${id}/accounts`)).status;

describe('an organisation that is created self-managed', () => {
  test('is entered by the administrator who is invited in the same request', async () => {
    const first = somebody();
    const tenant = bodyOf(await create(partner, { ...closed, firstAdministrator: first }));

    const inside = await enter(first.email);

    const { grants } = await inside.who();
    expect(grants).toMatchObject([
      { role: 'TenantAdministrator', organisation: { id: tenant.id }, expiresAt: null },
    ]);
    expect([await sees(inside, tenant), await sees(partner, tenant)]).toEqual([200, 403]);
    const opened = { managementMode: 'managed' };
    expect((await inside.put(`/organisations/${tenant.id}/access`, opened)).status).toBe(200);
  });

  test('is not created where the administrator cannot be invited', async () => {
    const { email } = await partner.who().then(({ account }) => account);
    const displayName = `Never ${made}`;
    const fields = { ...closed, displayName, firstAdministrator: { ...somebody(), email } };

    const answer = await create(partner, fields);

    expect(answer.body).toMatchObject({ code: 'account.email-taken' });
    const { items } = bodyOf(
      await partner.get<{ items: unknown[] }>(`/organisations?q=${displayName}`),
    );
    expect(items).toEqual([]);
  });

  test('[A24] can have its first invited afterwards, by whoever could have created it', async () => {
    const tenant = bodyOf(await create(partner, closed));
    const platform = world.founder;
    const beside = await world.signIn('partner-admin@birch');
    const reader = await world.signIn('partner-reader@alder');
    const path = `/access/explain?action=account.inviteFirst&at=${tenant.id}`;
    const before = bodyOf(await partner.get<Explanation>(path));

    const [a, b, c] = [somebody(), somebody(), somebody()];
    const refused = [await invite(beside, tenant, a), await invite(reader, tenant, a)];
    const statuses = [
      await invite(partner, tenant, a),
      await invite(distributor, tenant, b),
      await invite(platform, tenant, c),
    ].map(({ status }) => status);

    expect(before.allowed).toBe(true);
    expect(refused.map(({ status }) => status)).toEqual([404, 403]);
    expect(statuses).toEqual([201, 201, 201]);
    expect(await sees(partner, tenant)).toBe(403);
    await expect(enter(a.email)).rejects.toThrow('410'); // who was invited later took the place
    await enter(c.email);
    const late = await invite(partner, tenant, somebody());
    expect(failedChecks(late)).toEqual(['barrier']);
    expect(bodyOf(await partner.get<Explanation>(path)).allowed).toBe(false);
  });

  test('[A24] is not entered by a reader, a user, or with a role above', async () => {
    const tenant = bodyOf(await create(partner, closed));

    const answers: Answer<unknown>[] = [
      await invite(partner, tenant, somebody(), 'TenantReader'),
      await partner.post(`/organisations/${tenant.id}/accounts`, { ...somebody(), type: 'user' }),
      await invite(partner, tenant, somebody(), 'PartnerAdministrator'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
  });

  test('[A24] stays closed to whoever is above it while somebody is inside', async () => {
    await world.signIn('tenant-admin@acme');
    const inside = await world.signIn('tenant-admin@acme');
    bodyOf(await inside.put(world.at('acme', '/access'), closed));

    const answers = [
      await invite(partner, { id: world.ids.acme }, somebody()),
      await invite(partner, { id: world.ids.labs }, somebody()),
    ];

    expect(answers.map(failedChecks)).toEqual([['barrier'], ['barrier']]);
  });
});

describe('a managed organisation', () => {
  test('has its first administrator invited along with it, as inviting is allowed there', async () => {
    const first = somebody();
    const denied = { selfProvisioning: { 'partner.inviteAccount': 'deny' } };
    const tenant = bodyOf(await create(partner, { firstAdministrator: first }));
    const edit = (patch: object) =>
      distributor.patch(world.at('north', '/settings'), patch, { ifMatch: '*' });
    bodyOf(await edit(denied));
    const refused = await create(partner, { firstAdministrator: somebody() });
    bodyOf(await edit({ selfProvisioning: { 'partner.inviteAccount': 'inherit' } }));

    const inside = await enter(first.email);

    expect(await sees(inside, tenant)).toBe(200);
    expect(failedChecks(refused)).toEqual(['self-provisioning']);
  });
});
