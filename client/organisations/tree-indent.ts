/** How far in a level of the tree stands: further than the one above, the deep ones by less. */
export function indentOf(depth: number): string {
  const FULL = 6;
  const rem = Math.min(depth, FULL) * 0.75 + Math.max(0, depth - FULL) * 0.375;
  return `${String(rem)}rem`;
}
