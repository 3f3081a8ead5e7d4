import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const folder = await world.create('folder', 'alder');
const names = [
  'Café Ü',
  'Cafe\u0301 II',
  'İstanbul',
  'Straße',
  'Müller',
  'ACME',
  'a_b',
  '100%',
  'c\\d',
];
for (const displayName of names) await world.create('tenant', folder, { displayName });

async function found(q: string): Promise<string[]> {
  const path = `/organisations/${folder.id}/children?q=${encodeURIComponent(q)}`;
  const { items } = bodyOf(await world.founder.get<Page<Organisation>>(path));
  return items.map(({ displayName }) => displayName);
}

describe('searching by a text', () => {
  test.each([
    ['café', ['Café II', 'Café Ü']],
    ['CAFE', ['Café II', 'Café Ü']],
    ['cafe\u0301', ['Café II', 'Café Ü']],
    ['istanbul', ['İstanbul']],
    ['strasse', ['Straße']],
    ['STRASSE', ['Straße']],
    ['muller', ['Müller']],
    ['ＡＣＭＥ', ['ACME']],
    ['_', ['a_b']],
    ['%', ['100%']],
    ['100%', ['100%']],
    ['\\', ['c\\d']],
    ['ca%fe', []],
  ])('for %s finds what people mean by it', async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  test('means the same in accounts, what was deleted and the audit', async () => {
    const invited = { email: 'jurgen@münchen.de', displayName: 'Jürgen Größe' };
    bodyOf(await world.founder.post(`/organisations/${folder.id}/accounts`, invited));
    const gone = await world.create('tenant', folder, { displayName: 'Ｇörlitz' });
    bodyOf(await world.founder.post(`/organisations/${gone.id}/suspend`));
    bodyOf(await world.founder.delete(`/organisations/${gone.id}`));
    const read = async <T>(path: string) => bodyOf(await world.founder.get<Page<T>>(path)).items;

    const accounts = `/organisations/${folder.id}/accounts`;
    expect(await read<AccountWithGrants>(`${accounts}?q=jurgen%20grosse`)).toHaveLength(1);
    expect(await read<AccountWithGrants>(`${accounts}?q=@munchen`)).toHaveLength(1);
    expect(await read(`/organisations/deleted?q=gorlitz`)).toHaveLength(1);
    const records = await read<AuditEntry>(`/audit?q=gorlitz&action=organisation.create`);
    expect(records).toHaveLength(1);
    expect(await read(`/audit?q=grosse`)).toHaveLength(1);
    expect(await read(`/audit?q=c%5Cd&action=organisation.create`)).toHaveLength(1);
    expect(await read(`/audit?q=100%25&action=organisation.create`)).toHaveLength(1);
  });

  test('finds an external id in either form, and takes it once', async () => {
    const externalId = 'é-1';
    await world.create('tenant', folder, { displayName: 'With id', externalId });

    expect(await found(externalId.normalize('NFD'))).toEqual(['With id']);
    const again = { parentId: folder.id, kind: 'folder', displayName: 'x' };
    const decomposed = { ...again, externalId: externalId.normalize('NFD') };
    expect(await world.founder.post('/organisations', decomposed)).toMatchObject({ status: 409 });
  });
});
