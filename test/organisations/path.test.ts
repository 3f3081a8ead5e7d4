import { describe, expect, test } from 'vitest';
import {
  childPath,
  endOf,
  idsAlong,
  idsOf,
  isBelow,
  isPlatform,
  isWithin,
  leadsThrough,
  parentOf,
  pathThrough,
  platformOf,
  rebased,
} from '../../shared/organisations/path.ts';

describe('a path of the tree', () => {
  test('is its ids, and what they say of the place', () => {
    expect(idsOf('p/d/t')).toEqual(['p', 'd', 't']);
    expect(pathThrough(idsOf('p/d/t'))).toBe('p/d/t');
    expect(childPath(parentOf('p/d/t'), endOf('p/d/t'))).toBe('p/d/t');
    expect(platformOf('p/d/t')).toBe('p');
    expect(idsAlong(['p/d', '', 'p/d/t'])).toEqual(['p', 'd', 't']);
  });

  test('of the platform has nothing above it', () => {
    expect([endOf('p'), parentOf('p'), platformOf('p')]).toEqual(['p', '', 'p']);
    expect([isPlatform('p'), isPlatform('p/d')]).toEqual([true, false]);
  });

  test.each([
    ['p/d/t', 'p/d', { isWithin: true, isBelow: true }],
    ['p/d', 'p/d', { isWithin: true, isBelow: false }],
    ['p', 'p/d', { isWithin: false, isBelow: false }],
    ['p/do', 'p/d', { isWithin: false, isBelow: false }],
    ['', 'p', { isWithin: false, isBelow: false }],
  ])('compares %s with %s by whole ids', (path, top, expected) => {
    expect({ isWithin: isWithin(path, top), isBelow: isBelow(path, top) }).toEqual(expected);
  });

  test.each([
    ['p/do/t', 'd', false],
    ['p/do/t', 'do', true],
    ['p/do/t', 't', true],
    ['', 'p', false],
  ])('of %s leads through %s: %s', (path, id, expected) => {
    expect(leadsThrough(path, id)).toBe(expected);
  });

  test('follows the branch that it is in', () => {
    expect(rebased('p/d/t/u', 'p/d/t', 'p/e/t')).toBe('p/e/t/u');
    expect(rebased('p/d/t', 'p/d/t', 'p/e/t')).toBe('p/e/t');
  });
});
