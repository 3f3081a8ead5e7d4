import { describe, expect, test } from 'vitest';
import type { Billing, Organisation } from '../../shared/organisations/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { newId } from '../../server/core/new-id.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { billingOf, newOrganisation, type PlaceName } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('platform-admin@platform');

type NewKind = Parameters<typeof newOrganisation>[0];

/** What creating an organisation takes; `parent` is one of the world, or one just made. */
function input(kind: NewKind, parent: PlaceName | Organisation, fields: object = {}) {
  const parentId = typeof parent === 'string' ? world.ids[parent] : parent.id;
  return { ...newOrganisation(kind, `New ${kind}`), parentId, ...fields };
}

function create(...facts: Parameters<typeof input>) {
  return admin.post<Organisation>('/organisations', input(...facts));
}

describe('creating an organisation', () => {
  test.each<[NewKind, PlaceName, PlaceName[]]>([
    ['distributor', 'platform', ['platform']],
    ['partner', 'north', ['platform', 'north']],
    ['folder', 'grove', ['platform', 'north', 'alder', 'grove']],
    ['tenant', 'grove', ['platform', 'north', 'alder', 'grove']],
    ['unit', 'labs', ['platform', 'north', 'alder', 'acme', 'labs']],
  ])('[H1] places a %s below %s', async (kind, parent, above) => {
    const { status, body } = await create(kind, parent);

    expect(status).toBe(201);
    expect(body).toMatchObject({ kind, parentId: world.ids[parent], displayName: `New ${kind}` });
    expect(body.path.map(({ id }) => id)).toEqual([...above.map((at) => world.ids[at]), body.id]);
  });

  test('[H1] never makes a second platform', async () => {
    const platform = { ...input('distributor', 'platform'), kind: 'platform' };

    const answer = await admin.post('/organisations', platform);

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'kind' }] } });
  });

  test('answers with its place and version', async () => {
    const { headers, body } = await create('folder', 'alder');

    expect(headers.get('location')).toBe(`/api/organisations/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect((await admin.get(`/organisations/${body.id}`)).body).toEqual(body);
  });

  test('starts active, managed, unlocked and empty', async () => {
    const { body } = await create('tenant', 'alder');

    expect(body).toMatchObject({
      status: 'active',
      managementMode: 'managed',
      lockedAt: null,
      childCount: 0,
      description: '',
      externalId: null,
      version: 1,
      updatedAt: body.createdAt,
    });
  });

  test('takes the spaces around its texts away', async () => {
    const fields = { displayName: '  Omega  ', description: ' anvils ', externalId: ' o-1 ' };

    const { body } = await create('tenant', 'alder', fields);

    expect(body).toMatchObject({
      displayName: 'Omega',
      description: 'anvils',
      externalId: 'o-1',
    });
  });

  test('counts as a child of its parent', async () => {
    const parent = await world.create('folder', 'birch');

    await create('tenant', parent);
    await create('folder', parent);

    const { body } = await admin.get<Organisation>(`/organisations/${parent.id}`);
    expect(body.childCount).toBe(2);
    expect(body.version).toBe(1);
  });
});

describe('the parent of a new organisation', () => {
  test.each<[string, NewKind, PlaceName]>([
    ['H1', 'tenant', 'north'],
    ['H1', 'unit', 'alder'],
    ['H1', 'folder', 'acme'],
    ['H1', 'distributor', 'north'],
    ['H2', 'partner', 'alder'],
    ['H2', 'partner', 'grove'],
  ])('[%s] refuses a %s below %s, naming the check', async (_, kind, parent) => {
    const answer = await create(kind, parent);

    expect(answer).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    expect(failedChecks(answer)).toEqual(['parent']);
  });

  test('[H2] takes partners in once its option is on', async () => {
    const partner = await world.create('partner', 'south');
    const path = `/organisations/${partner.id}/settings`;
    bodyOf(await admin.patch(path, { subPartners: true }, { ifMatch: 1 }));

    const folder = bodyOf(await create('folder', partner));
    const sub = bodyOf(await create('partner', folder));

    expect((await create('partner', partner)).status).toBe(201);
    expect(failedChecks(await create('partner', sub))).toEqual(['parent']);
  });

  test('[H3] takes no tenant into a distributor’s folder', async () => {
    const folder = await world.create('folder', 'north');

    const tenant = await create('tenant', folder);
    const partner = bodyOf(await create('partner', folder));

    expect(failedChecks(tenant)).toEqual(['parent']);
    expect((await create('tenant', partner)).status).toBe(201);
  });

  test('[H4] ends at the sixteenth level', async () => {
    let deepest = await world.create('folder', 'cedar');
    while (deepest.path.length < 16) deepest = await world.create('folder', deepest);

    const answer = await create('tenant', deepest);

    expect(answer.body).toMatchObject({ detail: 'The tree may be 16 levels deep at most.' });
    expect(failedChecks(answer)).toEqual(['parent']);
  });

  test('[H5] ends at the fifth unit', async () => {
    let deepest = await world.create('unit', 'delta');
    for (let depth = 2; depth <= 5; depth += 1) deepest = await world.create('unit', deepest);

    const answer = await create('unit', deepest);

    expect(answer.body).toMatchObject({ detail: 'Units may be nested 5 deep at most.' });
    expect(failedChecks(answer)).toEqual(['parent']);
  });

  test('must exist for who creates', async () => {
    const partner = await world.signIn('partner-admin@alder');

    const outside = await partner.post('/organisations', input('tenant', 'birch'));
    const unknown = await partner.post('/organisations', {
      ...input('tenant', 'birch'),
      parentId: newId(),
    });

    expect(outside).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(outside.text).toBe(unknown.text);
  });
});

describe('the billing profile of a new organisation', () => {
  test.each<[NewKind, PlaceName]>([
    ['distributor', 'platform'],
    ['partner', 'north'],
    ['tenant', 'alder'],
  ])('is required of a %s', async (kind, parent) => {
    const answer = await create(kind, parent, { billing: undefined });

    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'billing', message: `A ${kind} needs a billing profile.` }] },
    });
  });

  test.each<[NewKind, PlaceName]>([
    ['folder', 'alder'],
    ['unit', 'acme'],
  ])('is refused of a %s', async (kind, parent) => {
    const answer = await create(kind, parent, { billing: billingOf('New') });

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'billing' }] } });
  });

  test('is kept, with what was left out empty', async () => {
    const billing = {
      contact: { name: 'Ada', email: 'ada@canopy.example' },
      address: { line1: '1 Forest Road', city: 'Berlin', country: 'DE' },
      currency: 'CHF',
    };

    const { id } = bodyOf(await create('tenant', 'alder', { billing }));

    expect(bodyOf(await admin.get<Billing>(`/organisations/${id}/billing`))).toMatchObject({
      organisationId: id,
      contact: { ...billing.contact, phone: '' },
      address: { ...billing.address, line2: '', postalCode: '', region: '' },
      currency: 'CHF',
      taxId: null,
      version: 1,
    });
  });
});

describe('the management mode of a new organisation', () => {
  test.each<[NewKind, PlaceName]>([
    ['distributor', 'platform'],
    ['partner', 'north'],
    ['tenant', 'alder'],
    ['unit', 'acme'],
  ])('may be self-managed for a %s', async (kind, parent) => {
    const { body } = await create(kind, parent, { managementMode: 'self-managed' });

    expect(body.managementMode).toBe('self-managed');
  });

  test('is the owner’s for a folder', async () => {
    const answer = await create('folder', 'alder', { managementMode: 'self-managed' });

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'managementMode' }] } });
  });
});

describe('the external id of a new organisation', () => {
  test('[H7] is refused when a sibling has it', async () => {
    await create('tenant', 'alder', { externalId: 'crm-1' });

    const answer = await create('folder', 'alder', { externalId: 'crm-1' });

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'external-id.taken', errors: [{ path: 'externalId' }] },
    });
  });

  test('[H7] may be had again below another parent', async () => {
    await create('tenant', 'alder', { externalId: 'crm-2' });

    const elsewhere = await create('tenant', 'birch', { externalId: 'crm-2' });
    const below = await create('tenant', 'grove', { externalId: 'crm-2' });

    expect([elsewhere.status, below.status]).toEqual([201, 201]);
  });

  test('[H7] may be missing from all siblings', async () => {
    const first = await create('tenant', 'alder', { externalId: null });
    const second = await create('tenant', 'alder');

    expect([first.status, second.status]).toEqual([201, 201]);
  });

  test('[H7] goes to one of two who ask at once', async () => {
    const fields = { externalId: 'crm-3' };

    const answers = await Promise.all([
      create('tenant', 'alder', fields),
      create('tenant', 'alder', fields),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('creating with an idempotency key', () => {
  const post = (idempotencyKey: string, fields: object) =>
    admin.post<Organisation>('/organisations', input('tenant', 'birch', fields), {
      idempotencyKey,
    });

  test('answers the same request the same, once carried out', async () => {
    const key = newId();

    const first = await post(key, { displayName: 'Once only' });
    const again = await post(key, { displayName: 'Once only' });

    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await namesLike('once only')).toEqual(['Once only']);
  });

  test('refuses another body, and creates nothing', async () => {
    const key = newId();
    await post(key, { displayName: 'Said first' });

    const answer = await post(key, { displayName: 'Said later' });

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.idempotency-reused' } });
    expect(await namesLike('said')).toEqual(['Said first']);
  });

  test('creates one for two requests at once', async () => {
    const key = newId();

    const [one, other] = await Promise.all([
      post(key, { displayName: 'Both at once' }),
      post(key, { displayName: 'Both at once' }),
    ]);

    expect(one.status).toBe(201);
    expect(other.text).toBe(one.text);
    expect(await namesLike('both at once')).toEqual(['Both at once']);
  });
});

async function namesLike(text: string): Promise<string[]> {
  const path = `/organisations?q=${encodeURIComponent(text)}`;
  const { items } = bodyOf(await admin.get<Page<Organisation>>(path));
  return items.map(({ displayName }) => displayName);
}
