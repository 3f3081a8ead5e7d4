import { expect, test } from 'vitest';
import { type Candidate, matchOf, ranked, readSought } from '../../shared/search/rank.ts';

const candidate = (title: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ kind: 'organisation', id: title, title, also: [], keys: [], path: 'p' },
  ...more,
});

test.each([
  ['nordlicht', 'Nordlicht', 'title'],
  ['NORDLICHT', 'Nordlicht', 'title'],
  ['nord', 'Nordlicht Distribution', 'prefix'],
  ['dist', 'Nordlicht Distribution', 'word'],
  ['dist nord', 'Nordlicht Distribution', 'word'],
  ['licht', 'Nordlicht Distribution', 'fragment'],
  ['nordlciht', 'Nordlicht Distribution', 'typo'],
  ['nrdlicht', 'Nordlicht Distribution', 'typo'],
  ['nordlihct dsitri', 'Nordlicht Distribution', 'typo'],
  ['strasse', 'Alte Straße', 'word'],
  ['cafe', 'Café Müller', 'prefix'],
  ['acme', 'Birch', undefined],
  ['nordlicht acme', 'Nordlicht Distribution', undefined],
  ['xy', 'XZ', undefined],
])('[Q2] %s finds %s as %s', (q, title, matched) => {
  expect(matchOf(readSought(q), candidate(title))).toBe(matched);
});

test('[Q2] an address and an id are found as a whole first', () => {
  const ann = candidate('Ann Ames', {
    kind: 'account',
    also: ['ann@acme.example'],
    keys: ['0197-a'],
  });

  expect(matchOf(readSought('Ann@Acme.example'), ann)).toBe('exact');
  expect(matchOf(readSought('0197-A'), ann)).toBe('exact');
  expect(matchOf(readSought('acme.ex'), ann)).toBe('fragment');
});

test('[Q2] how it fits, then what is near, then organisations, then the name', () => {
  const all = [
    candidate('Far Weser', { path: 'p/far' }),
    candidate('Weserland', { path: 'p/far/a' }),
    candidate('Weser Ann', { kind: 'account', path: 'p/near/b' }),
    candidate('Weser B', { path: 'p/near/c' }),
    candidate('Weser A', { path: 'p/near/d' }),
    candidate('Weser', { path: 'p/far/e' }),
  ];

  const ranking = { kinds: ['organisation', 'account'], at: 'p/near' };
  const found = ranked(readSought('weser'), all, ranking).map(({ candidate }) => candidate.title);

  expect(found).toEqual(['Weser', 'Weser A', 'Weser B', 'Weser Ann', 'Weserland', 'Far Weser']);
});

test('[Q3] of a long text the first hundred characters and eight words count', () => {
  const { text, words } = readSought(` ${'a b '.repeat(2_500)}`);

  expect([text.length, words.length]).toEqual([99, 8]);
});
