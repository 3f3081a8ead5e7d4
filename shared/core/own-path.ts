/**
 * A path of ours that came from outside, in its plain form, or `null` for whatever leads elsewhere:
 * browsers read backslashes, tabs and dots in ways that a look at the first letters misses.
 */
export function ownPath(text: string | null | undefined): string | null {
  const here = 'http://here.invalid';
  if (!text?.startsWith('/') || !URL.canParse(text, here)) return null;
  const { origin, pathname, search, hash } = new URL(text, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : null;
}
