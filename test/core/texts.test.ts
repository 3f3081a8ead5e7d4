import { describe, expect, test } from 'vitest';
import { Email, emailKey } from '../../shared/core/email.ts';
import { withPlainDigits } from '../../shared/core/digits.ts';
import { folded } from '../../shared/core/folded.ts';
import { line, Name } from '../../shared/core/line.ts';
import { compareKeys, sortKey } from '../../shared/core/sort-key.ts';

describe('a text of one line', () => {
  test.each([
    ['A\ncme', 'A cme'],
    ['\u0001Acme', 'Acme'],
    ['Ac\u200bme\ufeff', 'Acme'],
    ['Cafe\u0301', 'Café'],
    ['  Acme\t', 'Acme'],
    ['می‌خواهم', 'می‌خواهم'],
    ['👩‍🚒', '👩‍🚒'],
  ])('%j is kept as %j', (given, kept) => {
    expect(Name.parse(given)).toBe(kept);
  });

  test.each(['', ' ', '\u200b\u2060', '\u3164', '\u2800', '\u00ad', '\u200d', '\u202e', '\u0301'])(
    '%j shows nothing, and is no name',
    (given) => {
      expect(Name.safeParse(given).success).toBe(false);
    },
  );

  test('may be empty where it is not required, but not blank', () => {
    expect(line({ max: 10 }).parse('')).toBe('');
    expect(line({ max: 10 }).safeParse('\u2800').success).toBe(false);
  });
});

describe('an e-mail address', () => {
  test.each([
    ['info@xn--e1afmkfd.xn--p1ai', 'info@xn--e1afmkfd.xn--p1ai'],
    ['Info@München.de', 'info@münchen.de'],
    ['a!b@example.com', 'a!b@example.com'],
    ['first/last@example.com', 'first/last@example.com'],
    ['eve@example.com\u200b', 'eve@example.com'],
    ['\u00a0eve@example.com\u00a0', 'eve@example.com'],
    ['eve＠example．com', 'eve@example.com'],
  ])('%j is taken as %j', (given, kept) => {
    expect(Email.parse(given)).toBe(kept);
  });

  test.each([
    'eve',
    '@example.com',
    'eve@',
    'eve@localhost',
    'e..ve@example.com',
    'a"b@example.com',
    'a@b.c/d',
    'a@1.2.3.4',
    'a,b@example.com',
  ])('%s is none', (given) => {
    expect(Email.safeParse(given).success).toBe(false);
  });

  test('is known by one key, however its domain is written', () => {
    expect(emailKey('info@münchen.de')).toBe(emailKey('INFO@xn--mnchen-3ya.de'));
  });
});

test('names are in one order, whatever their accents, case and numbers', () => {
  const sorted = ['Ärzte', 'éclair', 'Item 2', 'Item 10', 'Item 10b', 'Zebra', '\uffee', '😀'];

  expect([...sorted].reverse().sort((a, b) => compareKeys(sortKey(a), sortKey(b)))).toEqual(sorted);
  const bytes = (name: string) => Buffer.from(sortKey(name));
  expect([...sorted].reverse().sort((a, b) => Buffer.compare(bytes(a), bytes(b)))).toEqual(sorted);
});

test.each([
  ['１２３４５６', '123456'],
  ['٣٤٥', '345'],
  ['𝟘𝟙𝟵', '019'],
  ['१२3', '123'],
])('the digits of %s are %s', (given, plain) => {
  expect(withPlainDigits(given)).toBe(plain);
});

test('kana and vowel signs are letters, not accents', () => {
  expect(folded('が')).not.toBe(folded('か'));
  expect(folded('कि')).not.toBe(folded('क'));
});
