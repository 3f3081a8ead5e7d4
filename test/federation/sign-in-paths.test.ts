import { describe, expect, test } from 'vitest';
import { ownPath } from '../../shared/core/own-path.ts';
import { issuerOf, whyNotIssuer } from '../../shared/federation/issuer.ts';
import {
  effectivePath,
  effectiveSignInPaths,
  pathShutBy,
  type SignInPaths,
} from '../../shared/organisations/sign-in-paths.ts';

const chain = (...rules: (SignInPaths | undefined)[]) =>
  rules.map((signInPaths, level) => ({ level, signInPaths }));

describe('the paths by which people sign in', () => {
  test.each([
    ['nothing is said', chain(undefined, null), ['password', 'google'], []],
    ['the top names one', chain(['google'], null), ['google'], [0]],
    ['a level below names another', chain(['google'], ['password']), [], [0, 1]],
    ['a level below names one more', chain(['google'], ['google', 'password']), ['google'], [0]],
    ['only the last level narrows', chain(null, null, ['password']), ['password'], [2]],
  ])('when %s', (_, levels, open, shutAt) => {
    const paths = ['password', 'google'].map((path) => ({ path, ...effectivePath(levels, path) }));

    expect(paths.filter(({ value }) => value).map(({ path }) => path)).toEqual(open);
    const shut = paths.flatMap(({ from }) => (from ? [from.level] : []));
    expect(shut.sort()).toEqual(shutAt);
    const all = effectiveSignInPaths(levels).value;
    expect(['password', 'google'].filter((path) => all?.includes(path) ?? true)).toEqual(open);
  });

  test('[F8] never widen on the way down', () => {
    const sets: SignInPaths[] = [null, ['a'], ['b'], ['a', 'b'], ['c']];
    for (const above of sets) {
      for (const below of sets) {
        for (const path of ['a', 'b', 'c']) {
          const isOpenAbove = !pathShutBy(chain(above), path);
          const isOpenBelow = !pathShutBy(chain(above, below), path);
          expect(isOpenBelow && !isOpenAbove, JSON.stringify([path, above, below])).toBe(false);
        }
      }
    }
  });
});

test.each([
  [{ kind: 'google' }, 'https://accounts.google.com'],
  [
    { kind: 'entra', tenant: 'acme.example' },
    'https://login.microsoftonline.com/acme.example/v2.0',
  ],
  [{ kind: 'entra', tenant: '../x' }, 'https://login.microsoftonline.com/..%2Fx/v2.0'],
  [{ kind: 'entra' }, null],
  [{ kind: 'oidc' }, null],
  [
    { kind: 'entra', issuer: 'https://login.microsoftonline.us/x/v2.0' },
    'https://login.microsoftonline.us/x/v2.0',
  ],
] as const)('the issuer of %j', (facts, issuer) => {
  expect(issuerOf(facts)).toBe(issuer);
});

test.each([
  ['https://login.example.com', null],
  ['http://127.0.0.1:4000', null],
  ['http://localhost:4000/realm', null],
  ['http://login.example.com', 'An issuer has to be reached by https.'],
  ['http://127.0.0.1.example.com', 'An issuer has to be reached by https.'],
  ['https://login.example.com?x=1', 'An issuer has no query, fragment or user.'],
  ['https://ann@login.example.com', 'An issuer has no query, fragment or user.'],
  ['ftp://login.example.com', 'An issuer has to be reached by https.'],
  ['login.example.com', 'Enter an address, such as https://login.example.com.'],
])('%s as an issuer', (issuer, why) => {
  expect(whyNotIssuer(issuer)?.detail ?? null).toBe(why);
});

test.each([
  ['/', '/'],
  ['/account?a=b#c', '/account?a=b#c'],
  ['/a/../b', '/b'],
  ['//elsewhere.example', null],
  ['/\\elsewhere.example', null],
  ['/\t/elsewhere.example', null],
  ['/.//elsewhere.example', null],
  ['https://elsewhere.example/', null],
  ['javascript:alert(1)', null],
  ['', null],
  [undefined, null],
])('%j as a path of ours', (text, path) => {
  expect(ownPath(text)).toBe(path);
});
