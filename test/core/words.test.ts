import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { german } from '../../client/app/german.ts';
import { words as mailWords } from '../../server/core/words.ts';
import { german as germanOfMails } from '../../server/german.ts';
import { isolated } from '../../shared/core/isolated.ts';
import { canonicalZone, formats, formatsOf } from '../../shared/core/words/formats.ts';
import {
  acceptedLanguages,
  chooseFormats,
  chooseLanguage,
} from '../../shared/core/words/language.ts';
import { type Parts, parts, within } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import { pseudo } from '../../shared/core/words/pseudo.ts';
import { sayingsOf, worded } from '../../shared/core/words/said.ts';
import { type Speech, speakBy, speakingTo } from '../../shared/core/words/speech.ts';
import { type Table, type Words, wordsOf } from '../../shared/core/words/words.ts';

const en = {
  title: 'Customers',
  greeting: ({ name }: { name: string }) => `Hello ${isolated(name)}`,
  tenants: ({ count }: { count: number }) =>
    plural(count, {
      one: `${formats().number(count)} tenant`,
      other: `${formats().number(count)} tenants`,
    }),
  read: ({ link }: { link: () => void }): Parts => parts`Read ${within(link, 'the log')} first.`,
  kinds: { unit: 'unit' },
};

const de = {
  title: 'Kunden',
  greeting: ({ name }) => `Hallo ${isolated(name)}`,
  tenants: ({ count }) =>
    plural(count, {
      one: `${formats().number(count)} Mandant`,
      other: `${formats().number(count)} Mandanten`,
    }),
  read: ({ link }) => parts`Lesen Sie zuerst ${within(link, 'das Protokoll')}.`,
  kinds: { unit: 'Einheit' },
} satisfies Words<typeof en>;

const words = wordsOf('test/words', en);
const says = sayingsOf('shared/test', en);
const speaking = (speech: Partial<Speech>): Speech => ({
  language: 'en',
  locale: 'en-GB',
  ...speech,
});
const inGerman = speaking({
  language: 'de',
  locale: 'de-DE',
  tables: { 'test/words': de, 'shared/test': de },
});

let quieten: (() => void) | undefined;
afterEach(() => {
  quieten?.();
  quieten = undefined;
});

describe('a translation that does not fit', () => {
  test('does not compile', () => {
    const { title, ...untitled } = de;
    // @ts-expect-error -- a message is missing
    untitled satisfies Words<typeof en>;
    // @ts-expect-error -- a message is superfluous
    ({ ...de, more: 'Mehr' }) satisfies Words<typeof en>;
    // @ts-expect-error -- a parameter is superfluous
    ({ ...de, title: ({ name }: { name: string }) => name }) satisfies Words<typeof en>;
    const greeting = ({ name, age }: { name: string; age: number }) => `${name} (${age})`;
    // @ts-expect-error -- another parameter than the English has
    ({ ...de, greeting }) satisfies Words<typeof en>;
    // @ts-expect-error -- a table lacks a row
    ({ ...de, kinds: {} }) satisfies Words<typeof en>;

    expect(title).toBe('Kunden');
  });

  test('a call without a parameter does not compile either', () => {
    const calls = (): unknown[] => [
      // @ts-expect-error -- whom it greets is missing
      words.greeting({}),
      // @ts-expect-error -- it has parameters
      words.greeting(),
      // @ts-expect-error -- a parameter of another type
      words.tenants({ count: '2' }),
      // @ts-expect-error -- the same of a message that travels
      says.greeting({}),
      // @ts-expect-error -- the same of a mail
      mailWords.hello({}),
      // @ts-expect-error -- a message that there is not
      words.farewell,
    ];

    expect(calls).toBeTypeOf('function');
  });

  /** The parameters that a message makes use of. */
  function usedBy(message: (given: never) => unknown): string[] {
    const used = new Set<string>();
    const given = new Proxy(
      Object.assign(() => undefined, {}),
      {
        get: (_, name) => {
          if (typeof name === 'string') used.add(name);
          return undefined;
        },
      },
    );
    try {
      message(given as never);
    } catch {
      // A list or a table that is none: it was asked for all the same.
    }
    return [...used].sort();
  }

  function shapeOf(table: Table): unknown {
    return Object.entries(table)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, message]) => {
        if (typeof message === 'string') return name;
        return [name, typeof message === 'function' ? usedBy(message) : shapeOf(message)];
      });
  }

  const english = import.meta.glob<{ en: Table }>('../../{client,shared,server}/**/words.en.ts', {
    eager: true,
  });
  const translated = import.meta.glob<{ de: Table }>(
    '../../{client,shared,server}/**/words.de.ts',
    {
      eager: true,
    },
  );
  const folders = Object.keys(english).map((file) => dirname(file).slice('../../'.length));

  test.each(folders)('is not there: what %s says is all said in German', (folder) => {
    const { en } = english[`../../${folder}/words.en.ts`] ?? { en: {} };
    const { de } = translated[`../../${folder}/words.de.ts`] ?? { de: {} };

    expect(shapeOf(de)).toEqual(shapeOf(en));
    expect((folder.startsWith('server/') ? germanOfMails : german)[folder]).toBe(de);
  });

  test('is looked for in every folder', () => {
    expect(folders).toContain('client/ui');
  });

  test('is not hidden by a folder that goes by another name', () => {
    const named = ['client', 'shared', 'server'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.ts$/.test(file))
        .map((file) => `${root}/${file}`)
        .flatMap((file) => {
          const used = /= (?:words|sayings|mailWords)Of\('([^']+)'/.exec(
            readFileSync(file, 'utf8'),
          );
          return used?.[1] !== undefined && used[1] !== dirname(file) ? [file] : [];
        }),
    );

    expect(named).toEqual([]);
  });
});

describe('a message', () => {
  test('is in the language of whoever reads, and English where a table lacks it', () => {
    let speech = speaking({});
    quieten = speakBy(() => speech);

    expect(words.title).toBe('Customers');
    speech = inGerman;
    expect([words.title, words.greeting({ name: 'Ann' })]).toEqual(['Kunden', 'Hallo Ann']);
    speech = { ...inGerman, tables: {} };
    expect([words.title, words.kinds.unit]).toEqual(['Customers', 'unit']);
  });

  test.each([
    [0, '0 tenants', '0 Mandanten'],
    [1, '1 tenant', '1 Mandant'],
    [2, '2 tenants', '2 Mandanten'],
    [1.5, '1.5 tenants', '1,5 Mandanten'],
    [1_000_000, '1,000,000 tenants', '1.000.000 Mandanten'],
  ])('of %s things is right in both languages', (count, inEnglish, german) => {
    expect(words.tenants({ count })).toBe(inEnglish);
    expect(speakingTo(inGerman, () => words.tenants({ count }))).toBe(german);
  });

  test.each([
    ['marks of direction', '\u202eevil\u202c', 'Hello \u2068\u202eevil\u202c\u2069'],
    ['an end of isolation', 'a\u2069b', 'Hello ab'],
    ['Arabic letters', 'شركة', 'Hello \u2068شركة\u2069'],
    ['braces', '{name} ${1}', 'Hello {name} ${1}'],
    ['markup', '<b>Acme</b>', 'Hello <b>Acme</b>'],
  ])('takes a name with %s as it is', (_, name, expected) => {
    expect(words.greeting({ name })).toBe(expected);
    expect(speakingTo(inGerman, () => words.greeting({ name }))).toBe(
      expected.replace('Hello', 'Hallo'),
    );
  });

  test('has its slots where the language wants them', () => {
    const link = (): undefined => undefined;

    expect(words.read({ link })).toEqual(['Read ', { slot: link, text: 'the log' }, ' first.']);
    expect(speakingTo(inGerman, () => words.read({ link }))[1]).toEqual({
      slot: link,
      text: 'das Protokoll',
    });
  });

  test('of the pseudo-language is accented, in brackets and two fifths longer', () => {
    const speech = speaking({ language: 'en-XA', through: pseudo });
    const [title, greeting, unit] = speakingTo(speech, () => [
      words.title,
      words.greeting({ name: 'Ann' }),
      words.kinds.unit,
    ]);

    expect(title).toMatch(/^\[Ç.*\]$/u);
    expect(title?.length).toBeGreaterThanOrEqual('Customers'.length * 1.4);
    expect([greeting, unit]).toEqual([
      expect.stringMatching(/^\[Ĥ.*\]$/u),
      expect.stringMatching(/^\[û.*\]$/u),
    ]);
  });

  test('that travels says in English what it is, and is put in the reader’s words', () => {
    const said = says.greeting({ name: 'Ann' });

    expect(said).toEqual({ code: 'test.greeting', params: { name: 'Ann' }, detail: 'Hello Ann' });
    expect(speakingTo(inGerman, () => worded(said))).toBe('Hallo Ann');
  });

  test.each([
    ['a code of another release', { code: 'test.unheard', detail: 'As told' }],
    ['none of a feature', { code: 'toString', detail: 'As told' }],
    ['other parameters', { code: 'test.greeting', params: { name: null }, detail: 'As told' }],
  ])('that travels with %s is told in English', (_, said) => {
    expect(speakingTo(inGerman, () => worded(said))).toBe('As told');
  });
});

describe('the language of a person', () => {
  test.each([
    [['de-AT', 'en'], 'de', 'de-AT'],
    [['fr-FR', 'de-CH'], 'de', 'de-CH'],
    [['fr'], 'en', 'en-GB'],
    [['en-US-u-nu-arab'], 'en', 'en-US'],
    [['ar-EG'], 'en', 'en-GB'],
    [['de-LU'], 'de', 'de-DE'],
    [[], 'en', 'en-GB'],
  ] as const)('who wants %j is %s by the conventions of %s', (wanted, language, formats) => {
    expect(chooseLanguage(wanted)).toBe(language);
    expect(chooseFormats(language, wanted)).toBe(formats);
  });

  test.each([
    ['de;q=0.5, en', ['en', 'de']],
    ['de-AT,de;q=0.9, *;q=0.1', ['de-AT', 'de', '*']],
    ['de;q=0, en;q=x', []],
    [undefined, []],
  ])('of the header %j is %j', (header, expected) => {
    expect(acceptedLanguages(header)).toEqual(expected);
  });
});

describe('formats', () => {
  const at = '2026-03-03T20:50:00Z';

  test.each([
    ['en-GB', 'UTC', '3 March 2026', '20:50', '12,345.5'],
    ['en-US', 'America/St_Johns', 'March 3, 2026', '05:20 PM', '12,345.5'],
    ['de-DE', 'Asia/Kathmandu', '4. März 2026', '02:35', '12.345,5'],
    ['de-CH', 'Australia/Eucla', '4. März 2026', '05:35', "12'345.5"],
    ['de-AT', 'Europe/Berlin', '3. März 2026', '21:50', '12.345,5'],
    ['ar-EG', 'UTC', '3 مارس 2026', '08:50 م', '12,345.5'],
    ['en-GB', 'US/Pacific-New', '3 March 2026', '12:50', '12,345.5'],
  ])('of %s in %s are right', (locale, zone, date, time, number) => {
    const own = formatsOf(locale, zone);

    expect([own.date(at), own.time(at).replace('\u202f', ' '), own.number(12_345.5)]).toEqual([
      date,
      time,
      locale === 'de-AT' ? number.replace('.', '\u00a0') : number,
    ]);
  });

  test('of a zone that is none are those of the machine', () => {
    expect(formatsOf('en-GB', 'Mars/Olympus').date(at)).toBe(formatsOf('en-GB').date(at));
  });

  test.each([
    ['US/Pacific-New', 'America/Los_Angeles'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Mars/Olympus', undefined],
    ['+05:30', undefined],
    ['', undefined],
  ])('know the zone %j as %s', (name, expected) => {
    expect(canonicalZone(name)).toBe(expected);
  });

  test('tell days apart by the zone', () => {
    expect(formatsOf('en-GB', 'Asia/Kathmandu').dayKey(at)).toBe('2026-03-04');
    expect(formatsOf('en-GB', 'UTC').dayKey(at)).toBe('2026-03-03');
  });

  test('say how long ago in the language of the locale', () => {
    const now = Date.parse(at);

    expect(formatsOf('en-GB').relative(now - 3 * 60_000, now)).toBe('3 min ago');
    expect(formatsOf('de-DE').relative(now - 86_400_000, now)).toBe('gestern');
    expect(formatsOf('de-DE').list(['Ann', 'Ben', 'Cara'])).toBe('Ann, Ben und Cara');
    expect(formatsOf('de-DE').money(1_234.5, 'EUR')).toBe('1.234,50\u00a0€');
  });
});
