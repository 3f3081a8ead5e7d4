/** Marks that begin or end an isolated part; one within a name would end the part too early. */
const ISOLATES = /[\u2066-\u2069]/g;

/** Letters that run from right to left, and marks of direction. */
const TURNING =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200e\u200f\u202a-\u202e]/u;

/**
 * A name, or another text of people, as it stands within a sentence: what runs from right to left
 * in it, or pretends to, cannot turn the words around it. Names that turn nothing stay as they
 * are, so that a sentence holds no invisible characters without need.
 */
export function isolated(name: string): string {
  const text = name.replace(ISOLATES, '');
  return TURNING.test(text) ? `\u2068${text}\u2069` : text;
}
