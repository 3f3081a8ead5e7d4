import { describe, expect, test } from 'vitest';
import { newId } from '../../server/core/new-id.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld, type World } from '../support/world.ts';

const world = await shareWorld();

/** The names below a parent, read in pages of two; `between` runs after each page. */
async function namesInPages(
  world: World,
  parent: Organisation,
  { sort = 'name', between = () => Promise.resolve() }: Reading = {},
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query: string = `limit=2&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`;
    const path = `/organisations/${parent.id}/children?${query}`;
    const { items, nextCursor } = bodyOf(await world.founder.get<Page<Organisation>>(path));
    names.push(...items.map(({ displayName }) => displayName));
    cursor = nextCursor;
    await between(names);
  }
  return names;
}

interface Reading {
  sort?: string;
  between?: (names: string[]) => Promise<void>;
}

async function folderOf(...names: string[]): Promise<[Organisation, Organisation[]]> {
  const folder = await world.create('folder', 'alder');
  const children = [];
  for (const displayName of names) {
    children.push(await world.create('tenant', folder, { displayName }));
  }
  return [folder, children];
}

async function remove({ id }: Organisation): Promise<void> {
  bodyOf(await world.founder.post(`/organisations/${id}/suspend`));
  bodyOf(await world.founder.delete(`/organisations/${id}`));
}

describe('reading a list page by page', () => {
  test.each([
    ['name', ['Ärzte', 'éclair', 'Item 2', 'item 2', 'Item 10', 'Zebra', '樺', '😀']],
    ['-name', ['😀', '樺', 'Zebra', 'Item 10', 'item 2', 'Item 2', 'éclair', 'Ärzte']],
    ['createdAt', ['Item 10', 'Item 2', '樺', '😀', 'item 2', 'Zebra', 'Ärzte', 'éclair']],
    ['-createdAt', ['éclair', 'Ärzte', 'Zebra', 'item 2', '😀', '樺', 'Item 2', 'Item 10']],
  ])('sorts by %s', async (sort, sorted) => {
    const [folder] = await folderOf(
      ...['Item 10', 'Item 2', '樺', '😀', 'item 2', 'Zebra', 'Ärzte', 'éclair'],
    );

    expect(await namesInPages(world, folder, { sort })).toEqual(sorted);
  });

  test('gives each of many namesakes once', async () => {
    const [folder, children] = await folderOf('Elm', 'Elm', 'Elm', 'Elm', 'Elm');

    const names = await namesInPages(world, folder);

    expect(names).toHaveLength(children.length);
  });

  test('skips and doubles nothing while rows come and go', async () => {
    const [folder, [, b, , , e]] = await folderOf('a', 'b', 'c', 'd', 'e', 'f');
    const meanwhile = [
      () => world.create('tenant', folder, { displayName: 'aa' }),
      () => remove(b as Organisation),
      () => remove(e as Organisation),
      () => world.create('tenant', folder, { displayName: 'zz' }),
    ];

    const names = await namesInPages(world, folder, {
      between: async () => {
        await meanwhile.shift()?.();
        await meanwhile.shift()?.();
      },
    });

    expect(names).toEqual(['a', 'b', 'c', 'd', 'f', 'zz']);
  });

  test('has no more after the last page that is full', async () => {
    const [folder] = await folderOf('a', 'b');

    const answer = await world.founder.get<Page<Organisation>>(
      `/organisations/${folder.id}/children?limit=2`,
    );

    expect(answer.body).toMatchObject({ items: [{}, {}], nextCursor: null });
  });
});

describe('a cursor that is not one of the list', () => {
  const encode = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

  test('is the one of another order, filter or parent', async () => {
    const [folder] = await folderOf('a', 'b', 'c');
    const [other] = await folderOf('a', 'b', 'c');
    const list = (parent: Organisation, query: string) =>
      world.founder.get<Page<Organisation>>(`/organisations/${parent.id}/children?${query}`);
    const { nextCursor } = bodyOf(await list(folder, 'limit=1&sort=createdAt'));
    const cursor = `limit=1&cursor=${nextCursor}`;

    const answers = [
      await list(folder, `${cursor}&sort=createdAt`),
      await list(folder, `${cursor}&sort=name`),
      await list(folder, `${cursor}&sort=-createdAt`),
      await list(folder, `${cursor}&sort=createdAt&q=a`),
      await list(other, `${cursor}&sort=createdAt`),
      await world.founder.get(`/organisations?${cursor}&sort=createdAt`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 422, 422, 422, 422, 422]);
  });

  test('is none that the list itself gave, however long the name', async () => {
    const names = ['a', 'b', '名'.repeat(200), '\u{1f600}'.repeat(100), 'ﷺ'.repeat(200)];
    const [folder] = await folderOf(...names);

    expect(await namesInPages(world, folder)).toHaveLength(names.length);
  });

  test.each([
    ['nonsense', 'name', 'nonsense'],
    ['JSON of something else', 'name', encode({ name: 'a' })],
    ['too little', 'name', encode(['a'])],
    ['a wrong value', 'name', encode([true, newId()])],
    ['a NUL', 'name', encode(['a\0', newId()])],
    ['a wrong id', 'name', encode(['a', 'acme'])],
    ['the cursor of another order', 'createdAt', encode(['acme', newId()])],
  ])('is refused: %s', async (_, sort, cursor) => {
    const answer = await world.founder.get(`/organisations?sort=${sort}&cursor=${cursor}`);

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } });
  });
});
