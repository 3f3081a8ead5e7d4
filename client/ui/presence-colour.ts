const COLOURS = 8;

/**
 * The colour a person has wherever they appear, for everyone alike.
 * It follows from the id, so nobody has to hand it out or remember it.
 */
export function presenceColour(id: string): string {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `var(--presence-${String((hash % COLOURS) + 1)})`;
}
