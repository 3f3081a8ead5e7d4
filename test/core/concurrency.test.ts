import { describe, expect, test } from 'vitest';
import { flattenFields, nestFields } from '../../shared/core/merge-patch.ts';
import type { Billing, Organisation } from '../../shared/organisations/contract.ts';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import type { Answer } from '../support/session.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');

/** One edit for each field of a billing profile. */
const edits = {
  'contact.name': 'Bob',
  'contact.email': 'bob@acme.example',
  'contact.phone': '+44 20 1234',
  'address.line1': '2 River Road',
  'address.line2': 'Rear house',
  'address.postalCode': 'SW1A 1AA',
  'address.city': 'London',
  'address.region': 'Greater London',
  'address.country': 'GB',
  currency: 'GBP',
  taxId: 'GB 123',
};

describe('edits of the same record at once', () => {
  test('all land when their fields differ', async () => {
    const tenants = await Promise.all(
      Array.from({ length: 5 }, () => world.create('tenant', 'alder')),
    );
    const send = ({ id }: Organisation) =>
      Object.entries(edits).map(([field, value]) =>
        admin.patch(`/organisations/${id}/billing`, nestFields({ [field]: value }), { ifMatch: 1 }),
      );

    const answers = await Promise.all(tenants.flatMap(send));

    expect(statuses(answers)).toEqual({ 200: 55 });
    for (const { id } of tenants) {
      const billing = bodyOf(await admin.get<Billing>(`/organisations/${id}/billing`));
      expect(flattenFields(billing)).toMatchObject(edits);
      expect(billing.version).toBe(12);
    }
  });

  test('land one after the other when each overwrites knowingly', async () => {
    const { id } = await world.create('tenant', 'alder');

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        admin.patch(`/organisations/${id}`, { description: `${index}` }, { ifMatch: '*' }),
      ),
    );

    expect(statuses(answers)).toEqual({ 200: 50 });
    const rows = await world.em.find(
      ChangeRow,
      { resource: 'organisation', recordId: id },
      { orderBy: { seq: 'asc' } },
    );
    expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
  });

  test('land once when they are of one field and saw the same', async () => {
    const { id } = await world.create('tenant', 'alder');

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        admin.patch(`/organisations/${id}`, { displayName: `Rival ${index}` }, { ifMatch: 1 }),
      ),
    );

    expect(statuses(answers)).toEqual({ 200: 1, 409: 49 });
    const winner = answers.find(({ status }) => status === 200);
    const { body } = await admin.get<Organisation>(`/organisations/${id}`);
    expect(winner?.body).toMatchObject({ displayName: body.displayName, version: 2 });
  });

  test('give one of many the external id that all want', async () => {
    const folder = await world.create('folder', 'alder');
    const input = { kind: 'folder', parentId: folder.id, displayName: 'Rival', externalId: 'R-1' };

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => admin.post('/organisations', input)),
    );

    expect(statuses(answers)).toEqual({ 201: 1, 409: 9 });
  });
});

function statuses(answers: readonly Answer<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
