import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { ListedOrganisation } from '../../shared/organisations/list-contract.ts';
import { newOrganisation } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const folder = await world.create('folder', 'cedar', { displayName: 'Customers' });
const inner = await world.create('folder', folder, { displayName: 'Region' });
const children = `/organisations/${folder.id}/children`;

beforeAll(async () => {
  const { billing } = newOrganisation('tenant', '');
  const place = (country: string) => ({ ...billing?.address, country });
  const tenant = (displayName: string, parent: typeof folder, country: string, currency: string) =>
    world.create('tenant', parent, {
      displayName,
      billing: { ...billing, address: place(country), currency } as typeof billing,
    });
  await tenant('Ash', folder, 'DE', 'EUR');
  await tenant('Birch', inner, 'CH', 'CHF');
  const elm = await tenant('Elm', inner, 'DE', 'EUR');
  await world.create('unit', elm, { displayName: 'Lab' });
  bodyOf(await founder.post(`/organisations/${elm.id}/suspend`));
});

async function list(query: string, session: Session = founder): Promise<Page<ListedOrganisation>> {
  return bodyOf(await session.get<Page<ListedOrganisation>>(`${children}?${query}`));
}

async function names(query: string): Promise<string[]> {
  return (await list(query)).items.map(({ displayName }) => displayName);
}

describe('the customers of an organisation', () => {
  test.each([
    ['', ['Ash', 'Region']],
    ['within=branch', ['Ash', 'Birch', 'Elm', 'Lab', 'Region']],
    ['within=branch&sort=-name', ['Region', 'Lab', 'Elm', 'Birch', 'Ash']],
    ['within=branch&sort=-createdAt', ['Lab', 'Elm', 'Birch', 'Ash', 'Region']],
    ['within=branch&sort=-updatedAt&limit=1', ['Elm']],
    ['within=branch&kind=tenant,unit', ['Ash', 'Birch', 'Elm', 'Lab']],
    ['within=branch&status=suspended', ['Elm']],
    ['within=branch&country=DE', ['Ash', 'Elm']],
    ['within=branch&country=CH,DE&kind=tenant&status=active', ['Ash', 'Birch']],
    ['within=branch&currency=CHF', ['Birch']],
    ['within=branch&q=el', ['Elm']],
    ['within=branch&managementMode=self-managed', []],
  ])('are listed by ?%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('come with contact, country and currency where that is asked for', async () => {
    const [plain] = (await list('kind=tenant')).items;
    const { items } = await list('columns=country,contact');

    expect(plain).not.toHaveProperty('billing');
    expect(items.map(({ displayName, billing }) => [displayName, billing?.country])).toEqual([
      ['Ash', 'DE'],
      ['Region', undefined],
    ]);
    expect(items[0]?.billing).toEqual({
      contact: { name: expect.any(String) as string, email: expect.any(String) as string },
      country: 'DE',
      currency: 'EUR',
    });
    expect(items[1]?.billing).toBeNull();
  });

  test.each(['within=branch', 'within=branch&country=DE', 'kind=folder', 'q=nothing'])(
    'are counted, listed and exported alike by ?%s',
    async (query) => {
      const { items, count } = await list(`${query}&count=true`);
      const file = await founder.raw('GET', `${children}.csv?${query}&columns=name`);

      expect(count).toEqual({ total: items.length, isCapped: false });
      expect(file.text.trim().split('\r\n').slice(1)).toEqual(
        items.map(({ displayName }) => `"${displayName}"`),
      );
    },
  );

  test('are exported with the columns that are shown, in their order', async () => {
    const { text } = await founder.raw(
      'GET',
      `${children}.csv?within=branch&kind=tenant&country=CH&columns=country,name,parent`,
    );

    expect(text).toBe('"country","name","parent"\r\n"CH","Birch","Region"\r\n');
  });

  test('are exported as a workbook of the same columns and rows', async () => {
    const asked = 'within=branch&kind=tenant&country=CH&columns=country,name,createdAt';
    const csv = await founder.raw('GET', `${children}.csv?${asked}`);
    const { headers, bytes } = await founder.file(`${children}.xlsx?${asked}`);

    const { sheets } = await readXlsx(bytes);

    expect(headers.get('content-disposition')).toMatch(/customers-[0-9-]+\.xlsx"$/);
    const asText = (cell: unknown) =>
      cell instanceof Date ? cell.toISOString().slice(0, 19) : cell;
    const rows = sheets[0]?.rows.map((cells) => cells.map(asText));
    const lines = csv.text
      .trim()
      .replaceAll('"', '')
      .replace(/\.\d{3}Z/g, '')
      .split('\r\n');
    expect(rows).toEqual(lines.map((line) => line.split(',')));
    expect(rows).toHaveLength(2);
  });

  test('are exported on record', async () => {
    await founder.raw('GET', `${children}.csv?kind=tenant`);

    const { items } = bodyOf(
      await founder.get<Page<{ notes: object }>>(
        `/organisations/${folder.id}/audit?action=organisation.export&limit=1`,
      ),
    );
    expect(items[0]?.notes).toMatchObject({ filter: { kind: ['tenant'], within: 'here' } });
  });
});

describe('a list of customers that cannot be', () => {
  test.each([
    ['sort=contact', 'sort'],
    ['sort=--name', 'sort'],
    ['kind=tenant,castle', 'kind'],
    ['country=de', 'country'],
    ['within=everywhere', 'within'],
    ['columns=name,secrets', 'columns'],
    ['count=yes', 'count'],
    ['colour=red', 'colour'],
  ])('is refused: ?%s', async (query, path) => {
    const { status, body } = await founder.get<{ errors: { path: string }[] }>(
      `${children}?${query}`,
    );

    expect(status).toBe(422);
    expect(body.errors.map((error) => error.path)).toContain(path);
  });

  test.each([
    ['another order', 'within=branch&sort=-name'],
    ['another filter', 'within=branch&kind=tenant'],
    ['another reach', ''],
  ])('is refused: a cursor of %s', async (_, query) => {
    const { nextCursor } = await list('within=branch&limit=1');

    const { status, body } = await founder.get<{ errors: object[] }>(
      `${children}?${query}&limit=1&cursor=${encodeURIComponent(nextCursor ?? '')}`,
    );

    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ path: 'cursor' }]);
  });
});
