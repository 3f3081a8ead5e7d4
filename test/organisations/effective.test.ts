import { describe, expect, test } from 'vitest';
import {
  effective,
  narrowest,
  nearest,
  type Rule,
  strictest,
} from '../../shared/organisations/effective.ts';

function chain<Value>(...says: (Value | undefined)[]) {
  return says.map((each, link) => ({ link, says: each }));
}

const rates: Rule<string> = nearest('none');
const asked = strictest(['nobody', 'some', 'all']);

describe('a setting that levels hand down', () => {
  test.each<[string, Rule<string>, ReturnType<typeof chain<string>>, unknown, unknown]>([
    [
      'the default, where nobody says anything',
      rates,
      chain<string>(undefined),
      ['none'],
      ['none'],
    ],
    ['the nearest that says anything', rates, chain('a', 'b', undefined), ['b', 1], ['a', 0]],
    ['the only one', rates, chain('a', undefined), ['a', 0], ['none']],
    ['the strictest', asked, chain('some', 'all', 'some'), ['all', 1], ['some', 0]],
    ['the highest of equals', asked, chain('all', 'all'), ['all', 0], ['all', 1]],
    ['the mildest by default', asked, chain<string>(undefined), ['nobody'], ['nobody']],
  ])('is %s, and without it what else is said', (_, rule, said, value, without) => {
    const found = effective(said, rule);

    const pair = ({ value: held, from }: { value: string; from: number | undefined }) =>
      from === undefined ? [held] : [held, from];
    expect(pair(found)).toEqual(value);
    expect(pair(found.without)).toEqual(without);
    expect(found.chain).toBe(said);
  });

  test('of lists is what all let through, decided by the last that took something away', () => {
    const found = effective(chain(['a', 'b', 'c'], ['b', 'c'], ['b', 'c', 'd']), narrowest);

    expect([found.value, found.from]).toEqual([['b', 'c'], 1]);
    expect(found.without.value).toEqual(['b', 'c']);
    expect(effective(chain<string[]>(undefined), narrowest).value).toBeNull();
  });
});
