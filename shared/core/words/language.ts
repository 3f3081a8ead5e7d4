/** The languages that texts exist in: the name each calls itself by, and the way it runs. */
const languageFacts = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
} as const;
export type Language = keyof typeof languageFacts;
export const languages = Object.keys(languageFacts) as Language[];

/** English with accents and brackets: shows which texts are literals, and which do not fit. */
export const PSEUDO = 'en-XA';

/** What texts are shown in: a language, or the pseudo-language of tests. */
export type Spoken = Language | typeof PSEUDO;

/** The conventions that dates and numbers can be written by. */
export const formatLocales = ['en-GB', 'en-US', 'de-DE', 'de-AT', 'de-CH'] as const;
export type FormatLocale = (typeof formatLocales)[number];

const ownLocale: Record<Language, FormatLocale> = { en: 'en-GB', de: 'de-DE' };

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languageFacts, value);
}

export function isSpoken(value: unknown): value is Spoken {
  return value === PSEUDO || isLanguage(value);
}

/** The language whose rules hold for a text. */
export function languageOf(spoken: Spoken): Language {
  return spoken === PSEUDO ? 'en' : spoken;
}

/** What a language calls itself, and whether it runs from left to right. */
export function factsOf(spoken: Spoken): { name: string; direction: 'ltr' | 'rtl' } {
  return languageFacts[languageOf(spoken)];
}

/** The first language of a person's that texts exist in; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  return wanted.map(primaryOf).find(isLanguage) ?? 'en';
}

/**
 * The conventions for dates and numbers beside texts of a language: those of a person's region
 * where they fit the language, so that an Austrian gets Austrian ones.
 */
export function chooseFormats(spoken: Spoken, wanted: readonly string[]): FormatLocale {
  const language = languageOf(spoken);
  const [fitting = ''] = wanted.filter((tag) => primaryOf(tag) === language);
  return (
    formatLocales.find((locale) => locale === withoutExtensions(fitting)) ?? ownLocale[language]
  );
}

/** The languages of an `Accept-Language` header, the most wanted first. */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
      return { tag, quality: Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

function withoutExtensions(tag: string): string {
  const [language = '', region = ''] = tag.split(/[-_]/);
  return `${language.toLowerCase()}-${region.toUpperCase()}`;
}
