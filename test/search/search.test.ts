import { describe, expect, test } from 'vitest';
import type { SearchHits } from '../../shared/search/contract.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const ann = await world.signIn('partner-admin@alder');
const tia = await world.signIn('tenant-admin@acme');
const weser = await world.create('tenant', 'grove', {
  displayName: 'Weserland Logistik',
  externalId: 'C-4711',
});

async function find(session: Session, q: string, more = ''): Promise<SearchHits['items']> {
  const query = `q=${encodeURIComponent(q)}${more}`;
  return bodyOf(await session.get<SearchHits>(`/search?${query}`)).items;
}

const titles = (items: SearchHits['items']) => items.map(({ title }) => title);

describe('a search', () => {
  test('[Q1] finds organisations and people, with where they are and their page', async () => {
    expect(await find(ann, 'weser')).toEqual([
      {
        kind: 'organisation',
        id: weser.id,
        title: 'Weserland Logistik',
        subtitle: expect.stringMatching(/Alder.* › .*Grove/) as string,
        organisation: { id: weser.id, kind: 'tenant', displayName: 'Weserland Logistik' },
        href: `/organisations/${weser.id}`,
        matched: 'prefix',
      },
    ]);
    const [person] = await find(ann, 'admin@acme.ex');
    expect(person).toMatchObject({
      kind: 'account',
      title: 'tenant admin of acme',
      subtitle: 'tenant-admin@acme.example',
      organisation: { id: world.ids.acme },
    });
  });

  test.each([
    ['an id', weser.id, 'exact'],
    ['an external id', 'C-4711', 'exact'],
    ['the name in another case', 'WESERLAND LOGISTIK', 'title'],
    ['a word', 'logi', 'word'],
    ['a fragment', 'gistik', 'fragment'],
    ['a slip', 'Wesrland', 'typo'],
    ['another slip', 'weserlnad logisitk', 'typo'],
  ])('[Q2] finds by %s', async (_, q, matched) => {
    const hits = await find(ann, q);

    expect(hits.map(({ id, matched: how }) => [id, how])).toContainEqual([weser.id, matched]);
  });

  test('[Q1] what is out of scope answers as what does not exist', async () => {
    expect(titles(await find(tia, 'weser'))).toEqual([]);
    expect(titles(await find(tia, weser.id))).toEqual([]);
    expect(titles(await find(tia, 'partner-admin@alder.example'))).toEqual([]);
    expect(titles(await find(world.founder, 'weser'))).toEqual(['Weserland Logistik']);
    const at = `&at=${world.ids.birch}`;
    expect(await find(tia, 'acme', at)).toEqual(await find(tia, 'acme'));
  });

  test('[Q1] behind a barrier nobody is found from above, until it opens', async () => {
    await using it = await BehindAcme.begin();
    const q = 'tenant-admin@acme';

    expect(titles(await find(it.partner, q))).toEqual([]);
    await it.letIn();
    expect(titles(await find(it.partner, q))).toEqual(['tenant admin of acme']);
  });

  test('[Q2] is narrowed to a kind', async () => {
    expect((await find(ann, 'acme', '&kind=account')).map(({ kind }) => kind)).toEqual(['account']);
    expect((await find(ann, 'acme', '&kind=organisation')).map(({ kind }) => kind)).toEqual([
      'organisation',
    ]);
    expect((await ann.get('/search?q=acme&kind=invoice')).status).toBe(422);
  });

  test.each([
    ...[
      '',
      ' ',
      'a',
      '%',
      '_',
      '"',
      "'",
      '*',
      'AND',
      'a" OR 1=1 --',
      'NEAR/2',
      '\\',
      '😀',
      '\u202e',
    ],
    ...['C-%', '((', 'x'.repeat(10_000), 'ß', '名', 'a\u0000b', '{}', '<b>'],
  ])('[Q3] takes %j as it stands', async (q) => {
    const { status } = await ann.get(`/search?q=${encodeURIComponent(q)}`);

    expect(status).toBeLessThan(500);
    if (!q.includes('\u0000')) expect(status).toBe(200);
  });
});
