import { fixedText } from './words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { LENGTHS } from './lengths.ts';
import { isVisible } from './visible.ts';

/** Line breaks and tabs, which come along when a line is pasted. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Characters that show nothing and join nothing: controls, zero-width spaces and word joiners, soft
 * hyphens, byte order marks, annotation marks, and fillers of Hangul. Joiners and marks of direction
 * stay: Persian, Indic scripts and emoji need them.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- it is what it removes
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g;

/**
 * Overrides of direction, which make a text read as another than it is: no script needs them. Marks
 * and isolates, which some do, only order what stands beside them.
 */
export const OVERRIDES = /[\u202a-\u202e]/g;

/** A text of one line as it is kept: composed (NFC), on one line, without what shows nothing. */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(OVERRIDES, '')
    .trim();
}

interface LineOptions {
  max: number;
  /** What is said where nothing visible is left; without it, the line may be empty. */
  required?: string;
}

/**
 * The schema of every text of one line that people are known or found by. It is tidied, and what
 * is left has to show something, so that nobody is called by nothing.
 */
export function line({ max, required }: LineOptions) {
  return z
    .string()
    .overwrite(tidied)
    .refine((text) => isVisible(text) || (required === undefined && text === ''), {
      error: required ?? fixedText(says.nothingVisible),
    })
    .max(max, fixedText(says.atMost({ most: max })));
}

/** The name of an organisation or a person. */
export const Name = line({ max: LENGTHS.name, required: fixedText(says.giveName) });

/** The name of a thing that belongs to somebody: a passkey, a token, a provider. */
export const Label = line({ max: LENGTHS.label, required: fixedText(says.giveName) });
