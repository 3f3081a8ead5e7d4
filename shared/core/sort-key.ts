import { withPlainDigits } from './digits.ts';
import { folded } from './folded.ts';

/** Beyond this, names that are alike so far are ordered by what they are ordered by next. */
const LONGEST = 240;

/**
 * What a name is ordered by, the same in every list, on the page and in both databases: compared
 * byte by byte in UTF-8, without regard to case and accents, and numbers by their size (each begins
 * with how many digits it has). `Ärzte`, `éclair`, `Item 2`, `Item 10`, `Zebra`, `😀`.
 */
export function sortKey(name: string): string {
  const numbered = withPlainDigits(folded(name)).replace(/\d+/g, sized);
  return [...numbered].slice(0, LONGEST).join('');
}

/** A number behind a sign that grows with its length, so that `2` is before `10`; all of them sort before letters. */
function sized(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '');
  return `${String.fromCharCode(0x30 + Math.min(significant.length, 48))}${significant}`;
}

/**
 * The comparison of sort keys as the databases do: by code points, which is the order of their
 * UTF-8 bytes.
 */
export function compareKeys(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [one.charCodeAt(index), other.charCodeAt(index)];
    if (left !== right) return weight(left) - weight(right);
  }
  return one.length - other.length;
}

/** Surrogates stand for the highest code points, but lie below the last block of units. */
function weight(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit + 0x2000;
  return unit >= 0xe000 ? unit - 0x800 : unit;
}
