/** Letters that have no decomposition, and what people type for them. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
};
const LETTERS = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/**
 * Accents, and the points that Arabic and Hebrew can do without. Not the voicing marks of kana and
 * the vowel signs of Indic scripts: without those it would be another word.
 */
const ACCENTS =
  // eslint-disable-next-line no-misleading-character-class -- the marks themselves are meant
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u0655\u0670\u1ab0-\u1aff\u1dc0-\u1dff]/g;

/**
 * A text as it is searched: without regard to case, accents, width, form of composition and what
 * shows nothing. `Café` in either form is `cafe`, `İstanbul` `istanbul`, `Straße` `strasse`, `ＡＣＭＥ` `acme`.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(LETTERS, (letter) => plainLetters[letter] ?? letter)
    .replace(ACCENTS, '')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
