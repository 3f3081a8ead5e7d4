import type { Parts } from './parts.ts';
import type { Table } from './words.ts';

const PLAIN = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz';
const ACCENTED = 'ÅåßƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž';
const GROWS_BY = 0.4;

const accents = new Map([...PLAIN].map((letter, at) => [letter, [...ACCENTED][at] ?? letter]));

/** A message of the pseudo-language: accented, two fifths longer, and in brackets. */
export function pseudo(message: Table[string]): Table[string] {
  if (typeof message === 'string') return pseudoText(message);
  if (typeof message === 'function') {
    return (...parameters: never[]) => {
      const text = message(...parameters);
      return typeof text === 'string' ? pseudoText(text) : pseudoParts(text);
    };
  }
  return Object.fromEntries(Object.entries(message).map(([name, each]) => [name, pseudo(each)]));
}

function pseudoText(text: string): string {
  return `[${accented(text)}${paddingFor(text)}]`;
}

function pseudoParts(parts: Parts): Parts {
  const texts = parts.map((part) => (typeof part === 'string' ? part : (part.text ?? '')));
  const drawn = parts.map((part) =>
    typeof part === 'string' ? accented(part) : { ...part, text: part.text && accented(part.text) },
  );
  return ['[', ...drawn, `${paddingFor(texts.join(''))}]`];
}

function accented(text: string): string {
  return [...text].map((letter) => accents.get(letter) ?? letter).join('');
}

/** In words of a usual length, so that lines break where those of another language would. */
function paddingFor(text: string): string {
  const length = Math.ceil(text.length * GROWS_BY);
  return length < 1 ? '' : ` ${'one two six '.repeat(length).slice(0, length).trim()}`;
}
