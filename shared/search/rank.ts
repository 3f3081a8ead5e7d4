import { folded } from '../core/folded.ts';
import { compareKeys, sortKey } from '../core/sort-key.ts';
import { isWithin } from '../organisations/path.ts';

/** How something was found, the best first [Q2]. */
export const matches = ['exact', 'title', 'prefix', 'word', 'fragment', 'typo'] as const;
export type Match = (typeof matches)[number];

/** Something that may be what is looked for. */
export interface Candidate {
  /** What it is, by the name of its record. */
  kind: string;
  id: string;
  title: string;
  /** What is found besides the title, such as an address; folded or not. */
  also: readonly string[];
  /** What is meant only as a whole: ids. */
  keys: readonly string[];
  /** The path of the organisation where it is. */
  path: string;
}

/** What is looked for, made ready once. */
export interface Sought {
  /** As it was typed, without the space around it. */
  text: string;
  folded: string;
  words: readonly string[];
}

const MOST_CHARACTERS = 100;
const MOST_WORDS = 8;

/** Operators have no meaning: every sign stands for itself [Q3]. */
export function readSought(q: string): Sought {
  const text = [...q.trim()].slice(0, MOST_CHARACTERS).join('').trim();
  const whole = folded(text);
  return { text, folded: whole, words: whole.split(' ').filter(Boolean).slice(0, MOST_WORDS) };
}

/** How a candidate fits what is looked for; `undefined` where it does not. */
export function matchOf(sought: Sought, candidate: Candidate): Match | undefined {
  const title = folded(candidate.title);
  const also = candidate.also.map(folded);
  const keys = [...candidate.keys.map(folded), ...also];
  if (keys.includes(sought.folded)) return 'exact';
  if (title === sought.folded) return 'title';
  if (title.startsWith(sought.folded)) return 'prefix';
  const all = [title, ...also].join(' ');
  if (sought.words.every((word) => all.includes(word))) {
    const beginnings = wordsOf(all);
    const isAtWords = sought.words.every((word) =>
      beginnings.some((beginning) => beginning.startsWith(word)),
    );
    return isAtWords ? 'word' : 'fragment';
  }
  const known = wordsOf(all);
  return sought.words.every((word) => known.some((other) => isNearly(word, other)))
    ? 'typo'
    : undefined;
}

const wordsOf = (text: string): string[] => text.split(/[\s@.,;:/()&+_-]+/).filter(Boolean);

/** Whether two words differ by a slip or, where they are longer than five letters, by two. */
function isNearly(word: string, other: string): boolean {
  const allowed = word.length <= 5 ? 1 : 2;
  // as one types, the rest of the word is still to come
  const begun = other.slice(0, word.length);
  return word.length >= 3 && (slips(word, other, allowed) || slips(word, begun, allowed));
}

/** Whether so many letters that are wrong, missing, too many or swapped lead from one to the other. */
function slips(one: string, other: string, allowed: number): boolean {
  if (Math.abs(one.length - other.length) > allowed) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = last;
    last = next;
  }
  return (last[other.length] ?? Infinity) <= allowed;
}

/** What decides between candidates that fit alike. */
interface Ranking {
  /** The kinds, those first that are looked for most. */
  kinds: readonly string[];
  /** The path of the place from which one looks. */
  at?: string | undefined;
}

/** Those that fit, the best first: how they fit, then how near they are, then what they are, then the name. */
export function ranked<C extends Candidate>(
  sought: Sought,
  candidates: readonly C[],
  { kinds, at }: Ranking,
): { candidate: C; matched: Match }[] {
  const found = candidates.flatMap((candidate) => {
    const matched = matchOf(sought, candidate);
    return matched ? [{ candidate, matched }] : [];
  });
  const isFar = ({ path }: Candidate) => Number(at !== undefined && !isWithin(path, at));
  return found.sort((one, other) => {
    const by = matches.indexOf(one.matched) - matches.indexOf(other.matched);
    const near = isFar(one.candidate) - isFar(other.candidate);
    const kind = kinds.indexOf(one.candidate.kind) - kinds.indexOf(other.candidate.kind);
    return (
      by ||
      near ||
      kind ||
      compareKeys(sortKey(one.candidate.title), sortKey(other.candidate.title))
    );
  });
}
