import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Billing, Organisation } from '../../shared/organisations/contract.ts';
import { billingOf } from '../support/places.ts';
import { bodyOf, type RequestOptions } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');
const other = await world.signIn('distributor-admin@north');

/** A tenant of its own, so that no test meets another's edits. */
async function billed(): Promise<{ tenant: Organisation; billing: Billing; path: string }> {
  const tenant = await world.create('tenant', 'alder');
  const path = `/organisations/${tenant.id}/billing`;
  return { tenant, path, billing: bodyOf(await admin.get<Billing>(path)) };
}

function patch(path: string, fields: object, options?: RequestOptions, session = admin) {
  return session.patch<Billing & Problem>(path, fields, options);
}

describe('a billing profile', () => {
  test('is what was given at creation', async () => {
    const { tenant, path, billing } = await billed();

    const { headers } = await admin.get(path);

    expect(headers.get('etag')).toBe('"1"');
    expect(billing).toEqual({
      ...billingOf(tenant.displayName),
      organisationId: tenant.id,
      version: 1,
      updatedAt: tenant.createdAt,
    });
  });

  test.each(['north', 'alder', 'acme'] as const)('stands at %s', async (place) => {
    const session = await world.signIn('platform-reader@platform');

    expect((await session.get(world.at(place, '/billing'))).status).toBe(200);
  });

  test.each(['platform', 'grove', 'labs'] as const)('is missing at %s', async (place) => {
    const path = world.at(place, '/billing');

    const read = await world.founder.get(path);
    const edit = await world.founder.patch(path, { taxId: 'DE 1' }, { ifMatch: '*' });

    expect(read).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(edit).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('changing a billing profile', () => {
  test('touches the leaves that are named, no others', async () => {
    const { path, billing } = await billed();
    const fields = { contact: { phone: '+49 30 99' }, address: { city: 'Bonn', region: 'NRW' } };

    const { headers, body } = await patch(path, fields, { ifMatch: 1 });

    expect(headers.get('etag')).toBe('"2"');
    expect(body).toEqual({
      ...billing,
      contact: { ...billing.contact, ...fields.contact },
      address: { ...billing.address, ...fields.address },
      version: 2,
      updatedAt: body.updatedAt,
    });
    expect(bodyOf(await admin.get<Billing>(path))).toEqual(body);
  });

  test('leaves the organisation’s own version alone', async () => {
    const { tenant, path } = await billed();

    await patch(path, { taxId: 'DE 1' }, { ifMatch: 1 });

    const { body } = await admin.get<Organisation>(`/organisations/${tenant.id}`);
    expect(body).toEqual(tenant);
  });

  test('sets a tax id, and takes it away', async () => {
    const { path } = await billed();

    const set = await patch(path, { taxId: 'DE 123' }, { ifMatch: 1 });
    const gone = await patch(path, { taxId: null }, { ifMatch: 2 });

    expect([set.body.taxId, gone.body.taxId]).toEqual(['DE 123', null]);
  });

  test('[H11] changes the currency while nothing was billed', async () => {
    const { path } = await billed();

    const { body } = await patch(path, { currency: 'CHF' }, { ifMatch: 1 });

    expect(body.currency).toBe('CHF');
  });

  test('with the values that are there changes nothing', async () => {
    const { path, billing } = await billed();
    const head = await headOf(world.em);
    const { contact, address, currency, taxId } = billing;

    const answer = await patch(path, { contact, address, currency, taxId }, { ifMatch: 1 });

    expect(answer.body).toEqual(billing);
    expect(await headOf(world.em)).toBe(head);
  });

  test('needs the version that was seen', async () => {
    const { path } = await billed();

    const answer = await patch(path, { taxId: 'DE 1' });

    expect(answer).toMatchObject({ status: 428, body: { code: 'request.precondition-required' } });
  });

  test.each([
    ['address.country', { address: { country: 'XX' } }],
    ['address.country', { address: { country: 'de' } }],
    ['address.country', { address: { country: null } }],
    ['currency', { currency: 'EURO' }],
    ['currency', { currency: 'XTS' }],
    ['contact.email', { contact: { email: 'nowhere' } }],
    ['contact.phone', { contact: { phone: 'call me' } }],
    ['contact.name', { contact: { name: ' ' } }],
    ['contact', { contact: null }],
    ['address.planet', { address: { planet: 'Mars' } }],
    ['organisationId', { organisationId: 'another' }],
  ])('refuses %s in %j', async (field, fields) => {
    const { path, billing } = await billed();

    const answer = await patch(path, fields, { ifMatch: 1 });

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    expect(answer.body.errors?.map((error) => error.path)).toEqual([field]);
    expect(bodyOf(await admin.get<Billing>(path))).toEqual(billing);
  });
});

describe('two editors of one billing profile', () => {
  test('merge within one address', async () => {
    const { path } = await billed();
    await patch(path, { address: { city: 'Bonn' } }, { ifMatch: 1 }, other);

    const { status, body } = await patch(
      path,
      { address: { postalCode: '53111' } },
      { ifMatch: 1 },
    );

    expect(status).toBe(200);
    expect(body.address).toMatchObject({ city: 'Bonn', postalCode: '53111' });
  });

  test('meet at one leaf, which is named by its path', async () => {
    const { path } = await billed();
    const theirs = { address: { city: 'Bonn', region: 'NRW' } };
    const { body: stored } = await patch(path, theirs, { ifMatch: 1 }, other);
    const { account } = await other.who();

    const yours = { address: { city: 'Köln', line2: 'c/o' }, taxId: 'DE 1' };
    const answer = await patch(path, yours, { ifMatch: 1 });

    expect(answer.status).toBe(409);
    expect(answer.body.conflicts).toEqual([
      {
        field: 'address.city',
        yours: 'Köln',
        theirs: 'Bonn',
        changedBy: { id: account.id, displayName: account.displayName },
        changedAt: stored.updatedAt,
      },
    ]);
    expect(bodyOf(await admin.get<Billing>(path))).toEqual(stored);
  });

  test('all land when they touch different leaves at once', async () => {
    const { path } = await billed();
    const leaves = [
      ...['name', 'phone'].map((name) => ({ contact: { [name]: '7' } })),
      ...['line1', 'line2', 'postalCode', 'city', 'region'].map((name) => ({
        address: { [name]: '7' },
      })),
      { contact: { email: 'seven@canopy.example' } },
      { address: { country: 'FR' } },
      { currency: 'USD' },
      { taxId: 'FR 7' },
    ];

    const answers = await Promise.all(leaves.map((leaf) => patch(path, leaf, { ifMatch: 1 })));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(bodyOf(await admin.get<Billing>(path))).toMatchObject({
      contact: { name: '7', phone: '7', email: 'seven@canopy.example' },
      address: { line1: '7', line2: '7', postalCode: '7', city: '7', region: '7', country: 'FR' },
      currency: 'USD',
      taxId: 'FR 7',
      version: 1 + leaves.length,
    });
  });
});

describe('who may change a billing profile', () => {
  test('is no reader, who still sees it', async () => {
    const reader = await world.signIn('tenant-reader@acme');
    const path = world.at('acme', '/billing');

    const read = await reader.get(path);
    const edit = await reader.patch(path, { taxId: 'DE 1' }, { ifMatch: '*' });

    expect([read.status, edit.status]).toEqual([200, 403]);
  });

  test('is an administrator of the tenant itself', async () => {
    const tenant = await world.signIn('tenant-admin@acme');

    const edit = await tenant.patch(
      world.at('acme', '/billing'),
      { taxId: 'DE 1' },
      { ifMatch: 1 },
    );

    expect(edit.status).toBe(200);
  });
});
