import { describe, expect, test } from 'vitest';
import { words } from '../../server/core/words.ts';

describe('what people typed, in a mail', () => {
  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    [
      'Dr. Ada, Nordlicht & Co. KG (since 1.5.2020)',
      'Dr. Ada, Nordlicht & Co. KG (since 1.5.2020)',
    ],
    ['https://evil.example', 'https: //evil .example'],
    ['verify at evil.example', 'verify at evil .example'],
    ['evil。example', 'evil 。example'],
    ['evil\u2060.\u200bexample', 'evil .example'],
    ['www.evil.example/a?b', 'www .evil .example/a?b'],
    ['ada@evil.example', 'ada @evil .example'],
    ['http://10.0.0.1/x', 'http: //10.0.0.1/x'],
    ['Eve\r\n\r\nYour account is closed', 'Eve Your account is closed'],
    ['Eve\u2028closed\u0085now\u0000', 'Eve closed now'],
    ['Acme \u202egnp.nimda', 'Acme gnp .nimda'],
    ['שלום (x)', '\u2068שלום (x)\u2069'],
  ])('%j becomes %j', (typed, shown) => {
    expect(words.hello({ name: typed }).text).toBe(`Hello ${shown},`);
  });
});
