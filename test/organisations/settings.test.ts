import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { OrganisationSettings } from '../../shared/organisations/contract.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { bodyOf, type RequestOptions } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const distributor = await world.signIn('distributor-admin@north');

/** The path of the settings of a new partner, so that no test meets another's edits. */
async function partnerSettings(): Promise<string> {
  return `/organisations/${(await world.create('partner', 'north')).id}/settings`;
}

function patch(path: string, fields: object, options: RequestOptions = { ifMatch: 1 }) {
  return distributor.patch<OrganisationSettings & Problem>(path, fields, options);
}

async function read(path: string): Promise<OrganisationSettings> {
  return bodyOf(await distributor.get<OrganisationSettings>(path));
}

describe('the settings of an organisation', () => {
  test.each(['platform', 'north', 'alder'] as const)('begin empty at %s', async (place) => {
    const { headers, body } = await world.founder.get(world.at(place, '/settings'));

    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      organisationId: world.ids[place],
      subPartners: false,
      selfProvisioning: {},
      version: 1,
    });
  });

  test.each(['grove', 'labs'] as const)('are missing at %s', async (place) => {
    const path = world.at(place, '/settings');

    const read = await world.founder.get(path);
    const edit = await world.founder.patch(path, { subPartners: true }, { ifMatch: '*' });

    expect([read.status, edit.status]).toEqual([404, 404]);
  });
});

describe('changing settings', () => {
  test('touches the delegations that are named, no others', async () => {
    const path = await partnerSettings();
    await patch(path, { selfProvisioning: { 'tenant.createUnit': 'deny' } });

    const fields = { selfProvisioning: { 'tenant.inviteAccount': 'allow' } };
    const { headers, body } = await patch(path, fields, { ifMatch: 2 });

    expect(headers.get('etag')).toBe('"3"');
    expect(body).toMatchObject({
      selfProvisioning: { 'tenant.createUnit': 'deny', 'tenant.inviteAccount': 'allow' },
      version: 3,
    });
    expect(await read(path)).toEqual(body);
  });

  test('merges with a different switch changed meanwhile', async () => {
    const path = await partnerSettings();
    await patch(path, { subPartners: true });

    const answer = await patch(path, { selfProvisioning: { 'tenant.createUnit': 'deny' } });

    expect(answer.status).toBe(200);
    expect(await read(path)).toMatchObject({
      subPartners: true,
      selfProvisioning: { 'tenant.createUnit': 'deny' },
      version: 3,
    });
  });

  test('is merged with another switch that was changed meanwhile, and logged by itself', async () => {
    const path = await partnerSettings();
    await patch(path, { selfProvisioning: { 'tenant.createUnit': 'deny' }, subPartners: true });
    const head = await headOf(world.em);

    const answer = await patch(path, { selfProvisioning: { 'tenant.inviteAccount': 'deny' } });

    expect(answer.status).toBe(200);
    expect(await read(path)).toMatchObject({
      selfProvisioning: { 'tenant.createUnit': 'deny', 'tenant.inviteAccount': 'deny' },
      version: 3,
    });
    const [row] = await world.em.find(ChangeRow, { seq: { $gt: head } });
    expect(row?.fields['selfProvisioning']).toEqual({ 'tenant.inviteAccount': 'deny' });
  });

  test('conflicts only in the switches that both changed', async () => {
    const path = await partnerSettings();
    await patch(path, { selfProvisioning: { 'tenant.createUnit': 'deny' } });

    const { status, body } = await patch(path, {
      selfProvisioning: { 'tenant.createUnit': 'allow', 'partner.createTenant': 'deny' },
    });

    expect(status).toBe(409);
    expect(body.conflicts?.map(({ field }) => field)).toEqual([
      'selfProvisioning.tenant.createUnit',
    ]);
    expect((await read(path)).selfProvisioning).toEqual({ 'tenant.createUnit': 'deny' });
  });

  test('is refused when the same switch was changed meanwhile', async () => {
    const path = await partnerSettings();
    await patch(path, { selfProvisioning: { 'tenant.createUnit': 'deny' } });

    const { status, body } = await patch(path, {
      selfProvisioning: { 'tenant.createUnit': 'allow' },
    });

    expect(status).toBe(409);
    expect(body.conflicts).toMatchObject([
      { field: 'selfProvisioning.tenant.createUnit', theirs: 'deny', yours: 'allow' },
    ]);
    expect(await read(path)).toMatchObject({
      selfProvisioning: { 'tenant.createUnit': 'deny' },
      version: 2,
    });
  });

  test.each([
    ['no fields', {}],
    ['the values that are there', { subPartners: false, selfProvisioning: {} }],
  ])('changes nothing with %s', async (_, fields) => {
    const path = await partnerSettings();
    const head = await headOf(world.em);

    const { status, body } = await patch(path, fields);

    expect(status).toBe(200);
    expect(body.version).toBe(1);
    expect(await headOf(world.em)).toBe(head);
  });

  test('needs the version that was seen', async () => {
    const answer = await patch(await partnerSettings(), { subPartners: true }, {});

    expect(answer.status).toBe(428);
  });

  test.each([
    ['subPartners', { subPartners: 'yes' }],
    ['selfProvisioning.tenant.createUnit', { selfProvisioning: { 'tenant.createUnit': 'maybe' } }],
    ['selfProvisioning.tenant.fly', { selfProvisioning: { 'tenant.fly': 'allow' } }],
    ['managementMode', { managementMode: 'managed' }],
  ])('refuses %s in %j', async (field, fields) => {
    const answer = await patch(await partnerSettings(), fields);

    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map(({ path }) => path)).toEqual([field]);
  });
});

describe('who decides what of a partner', () => {
  const path = world.at('alder', '/settings');

  test('[H2] is above it, for sub-partners', async () => {
    const partner = await world.signIn('partner-admin@alder');

    const own = await partner.patch(path, { subPartners: true }, { ifMatch: '*' });
    const both = await partner.patch(
      path,
      { subPartners: true, selfProvisioning: { 'tenant.createUnit': 'deny' } },
      { ifMatch: '*' },
    );

    expect([own.status, both.status]).toEqual([403, 403]);
    expect(failedChecks(own)).toEqual(['relationship']);
    expect((await read(path)).version).toBe(1);
  });

  test('is the partner itself, for what it delegates', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const fields = { selfProvisioning: { 'tenant.createUnit': 'deny' } };

    const answer = await partner.patch(path, fields, { ifMatch: '*' });

    expect(answer.status).toBe(200);
  });

  test('is no reader, who still sees it', async () => {
    const reader = await world.signIn('partner-reader@alder');

    const seen = await reader.get(path);
    const edit = await reader.patch(path, { selfProvisioning: {} }, { ifMatch: '*' });

    expect([seen.status, edit.status]).toEqual([200, 403]);
    expect(failedChecks(edit)).toEqual(['role']);
  });
});
