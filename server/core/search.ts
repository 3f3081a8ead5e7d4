import type { Candidate, Sought } from '../../shared/search/rank.ts';
import { holding } from './db/keyset-page.ts';
import type { Reading } from './db/reading.ts';

/** Something that may be looked for, as the feature that owns it tells of it. */
export interface Found extends Candidate {
  organisationId: string;
  subtitle: string;
  href: string;
}

/** What a feature lets people find. */
export interface SearchSource {
  /** The name of the record; the kinds of lower features rank first among equals. */
  readonly kind: string;
  /** What holds what is looked for, of what the reader may see; in any order, no more than so many. */
  readonly find: (reading: Reading, sought: Sought, most: number) => Promise<Found[]>;
  /** What may be meant by what is mistyped. */
  readonly findNearly: (reading: Reading, sought: Sought, most: number) => Promise<Found[]>;
}

/** The condition that what is searched holds each word, as it is or by how it begins or ends [Q2]. */
export function nearly({ em }: Reading, { words }: Sought): object {
  return {
    $and: words.map((word) => ({
      $or: [word, ...partsOf(word)].map((part) => holding(em, 'search_text', part)),
    })),
  };
}

/** A slip is rarely both at the beginning and at the end. */
function partsOf(word: string): string[] {
  const letters = [...word];
  if (letters.length < 3) return [];
  const size = letters.length < 6 ? 2 : 3;
  return [letters.slice(0, size).join(''), letters.slice(-size).join('')];
}
