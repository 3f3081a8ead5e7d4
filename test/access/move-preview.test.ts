import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import type { MovePreview } from '../../shared/access/move-preview-contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

interface Named {
  id: string;
}

async function preview(
  { id }: Named,
  parent: PlaceName | Named,
  session = founder,
): Promise<MovePreview> {
  const parentId = typeof parent === 'string' ? world.ids[parent] : parent.id;
  return bodyOf(await session.post<MovePreview>(`/organisations/${id}/move/preview`, { parentId }));
}

function lay(place: PlaceName | Named, settings: object, session = founder) {
  const id = typeof place === 'string' ? world.ids[place] : place.id;
  return session.patch(`/organisations/${id}/settings`, settings, { ifMatch: '*' });
}

function failed({ checks }: MovePreview): string[] {
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

/** What changes, in words: *mfa of Tenant 1: nobody → everybody (Birch)*. */
function inWords({ changes }: MovePreview): string[] {
  return changes.map(({ setting, before, after }) => {
    const [was, is] = [before, after].map(
      ({ value, from }) => JSON.stringify(value) + (from ? ` (${from.displayName})` : ''),
    );
    return `${setting}: ${was} → ${is}`;
  });
}

async function newPartner(fields: Partial<Organisation> = {}): Promise<Organisation> {
  return world.create('partner', 'north', fields as never);
}

describe('[A40] a preview of a move', () => {
  test('changes nothing', async () => {
    const tenant = await world.create('tenant', 'alder');
    const head = await headOf(world.em);

    const answer = await preview(tenant, 'birch');

    expect(answer).toMatchObject({ allowed: true, organisations: 1, changes: [] });
    expect(await headOf(world.em)).toBe(head);
    expect(bodyOf(await founder.get(`/organisations/${tenant.id}`))).toEqual(tenant);
  });

  test('says where it would stand, and how many come along', async () => {
    const tenant = await world.create('tenant', 'alder');
    await world.create('unit', tenant);

    const { path, organisations } = await preview(tenant, 'birch');

    expect(path.map(({ id }) => id)).toEqual([
      world.ids.platform,
      world.ids.north,
      world.ids.birch,
      tenant.id,
    ]);
    expect(organisations).toBe(2);
  });

  test('names who gains and who loses sight of it', async () => {
    const tenant = await world.create('tenant', 'alder');
    for (const name of ['partner-admin@alder', 'partner-reader@birch'] as const) {
      await world.signIn(name);
    }

    const { gains, loses } = await preview(tenant, 'birch');

    const held = ({ accounts }: typeof gains) =>
      accounts.map(({ displayName, role, organisation }) => [
        displayName,
        role,
        organisation.displayName,
      ]);
    expect(held(loses)).toEqual([['partner admin of alder', 'PartnerAdministrator', 'Alder']]);
    expect(held(gains)).toEqual([['partner reader of birch', 'PartnerReader', 'Birch']]);
    expect([gains.unnamed, loses.unnamed]).toEqual([0, 0]);
  });

  test('leaves out whose roles reach both places', async () => {
    const [from, to] = [await newPartner(), await newPartner()];
    const tenant = await world.create('tenant', from);
    const both = await world.signIn('nobody@north');
    const { account } = await both.who();
    for (const { id: organisationId } of [from, to]) {
      const grant = { role: 'PartnerReader', organisationId };
      bodyOf(await founder.post(`/accounts/${account.id}/grants`, grant));
    }

    const { gains, loses } = await preview(tenant, to);

    expect([gains.accounts, loses.accounts]).toEqual([[], []]);
  });

  test('counts those whose roles the mover may not see', async () => {
    await world.signIn('distributor-reader@south');
    const mover = await world.signIn('nobody@birch');
    const { account } = await mover.who();
    for (const place of ['alder', 'cedar'] as const) {
      const grant = { role: 'PartnerAdministrator', organisationId: world.ids[place] };
      bodyOf(await founder.post(`/accounts/${account.id}/grants`, grant));
    }
    const tenant = await world.create('tenant', 'alder');

    const { gains } = await preview(tenant, 'cedar', mover);

    expect(gains.accounts.map(({ organisation }) => organisation.displayName)).not.toContain(
      'South',
    );
    expect(gains.unnamed).toBe(1);
  });

  test('lists the settings that would hold otherwise, and who decides them', async () => {
    const [from, to] = [await newPartner(), await newPartner({ displayName: 'Larch' })];
    const tenant = await world.create('tenant', from);
    bodyOf(await lay(from, { selfProvisioning: { 'tenant.createUnit': 'deny' } }));
    bodyOf(await lay(to, { mfa: 'everybody', signInPaths: ['password'] }));

    const answer = await preview(tenant, to);

    expect(inWords(answer)).toEqual([
      'mfa: "nobody" → "everybody" (Larch)',
      'signInPaths: null → ["password"] (Larch)',
      `selfProvisioning.tenant.createUnit: "deny" (${from.displayName}) → "allow" (Platform)`,
    ]);
  });

  test('does not name levels that the mover does not see', async () => {
    bodyOf(await lay('alder', { subPartners: true }));
    const from = await world.create('partner', 'alder');
    const tenant = await world.create('tenant', from);
    bodyOf(await lay(from, { selfProvisioning: { 'tenant.createUnit': 'deny' } }));
    const change = (by: string) =>
      `selfProvisioning.tenant.createUnit: "deny" (${from.displayName}) → "allow"${by}`;

    const seen = await preview(tenant, 'alder', await world.signIn('partner-admin@alder'));

    expect(inWords(seen)).toEqual([change('')]);
    expect(inWords(await preview(tenant, 'alder'))).toEqual([change(' (Platform)')]);
  });

  test('says nothing of what its own settings decide in either place', async () => {
    const to = await newPartner();
    const tenant = await world.create('tenant', 'alder');
    bodyOf(await lay(tenant, { mfa: 'everybody' }));
    bodyOf(await lay(to, { mfa: 'administrators' }));

    expect((await preview(tenant, to)).changes).toEqual([]);
  });

  test('tells which locks end, wherever in the branch', async () => {
    const steward = await world.signIn('partner-admin@alder');
    const tenant = await world.create('tenant', 'alder');
    const unit = await world.create('unit', tenant);
    bodyOf(await steward.post(`/organisations/${unit.id}/lock`));

    const answer = await preview(tenant, 'birch');

    expect(inWords(answer)).toEqual(['lock: true (Alder) → false']);
    expect(answer.changes[0]?.organisation.id).toBe(unit.id);
  });

  test('tells that a suspension from above ends', async () => {
    const from = await newPartner();
    const tenant = await world.create('tenant', from);
    bodyOf(await founder.post(`/organisations/${from.id}/suspend`));

    expect(inWords(await preview(tenant, 'birch'))).toEqual([
      `status: "suspended" (${from.displayName}) → "active"`,
    ]);
  });

  test('tells behind whose barrier it comes to stand', async () => {
    await using other = await createWorld();
    const mover = await other.signIn('partner-admin@birch');
    const { account } = await mover.who();
    const grant = { role: 'PartnerAdministrator', organisationId: other.ids.alder };
    bodyOf(await other.founder.post(`/accounts/${account.id}/grants`, grant));
    bodyOf(await mover.put(other.at('birch', '/access'), { managementMode: 'self-managed' }));
    const path = other.at('acme', '/move/preview');

    const answer = bodyOf(await mover.post<MovePreview>(path, { parentId: other.ids.birch }));

    expect(inWords(answer)).toEqual(['managementMode: "managed" → "self-managed" (Birch)']);
  });
});

describe('[A40] a preview of a move that would be refused', () => {
  async function refused(tree: Named, parent: PlaceName | Named, by: Session = founder) {
    const answer = await preview(tree, parent, by);
    expect(answer).toMatchObject({ allowed: false, changes: [] });
    expect([answer.gains.accounts, answer.loses.accounts]).toEqual([[], []]);
    return failed(answer);
  }

  test.each<[string, PlaceName, string]>([
    ['what the parent table does not know', 'acme', 'parent'],
    ['a distributor’s folder for a tenant', 'north', 'parent'],
  ])('says so of %s', async (_, parent, check) => {
    const tenant = await world.create('tenant', 'alder');

    expect(await refused(tenant, parent)).toEqual([check]);
  });

  test('says so of its own branch', async () => {
    const folder = await world.create('folder', 'alder');
    const inner = await world.create('folder', folder);

    expect(await refused(folder, inner)).toEqual(['state']);
  });

  test('says so of a depth that only the whole branch exceeds', async () => {
    let deep = await world.create('folder', 'alder');
    for (let depth = 5; depth < 16; depth += 1) deep = await world.create('folder', deep);
    const lone = await world.create('folder', 'birch');
    const before = await preview(lone, deep);
    await world.create('folder', lone);

    expect(before.allowed).toBe(true);
    expect(await refused(lone, deep)).toEqual(['parent']);
  });

  test('says so of a taken external id, and of a suspended parent', async () => {
    const tenant = await world.create('tenant', 'alder', { externalId: 'same' });
    await world.create('tenant', 'birch', { externalId: 'same' });
    const suspended = await newPartner();
    bodyOf(await founder.post(`/organisations/${suspended.id}/suspend`));

    expect(await refused(tenant, 'birch')).toEqual(['state']);
    expect(await refused(tenant, suspended)).toEqual(['state']);
  });

  test('is what the move itself answers, on every parent of the world', async () => {
    const folder = await world.create('folder', 'alder');
    await world.create('tenant', folder);
    for (const place of Object.keys(world.ids) as PlaceName[]) {
      const { allowed } = await preview(folder, place);

      const path = `/organisations/${folder.id}/move`;
      const { status } = await founder.post(path, { parentId: world.ids[place] });

      expect([place, status === 200]).toEqual([place, allowed]);
    }
  });
});

describe('[A40] asking for a preview', () => {
  test('is for those who may move it, to where they see', async () => {
    const reader = await world.signIn('distributor-reader@north');
    const partner = await world.signIn('partner-admin@alder');
    const path = world.at('acme', '/move/preview');

    const read = await reader.post(path, { parentId: world.ids.birch });
    const unseen = await partner.post(path, { parentId: world.ids.birch });
    const unknown = await partner.post(world.at('gamma', '/move/preview'), {
      parentId: world.ids.alder,
    });

    expect([read.status, unseen.status, unknown.status]).toEqual([403, 404, 404]);
  });
});
