import type { TreeRow } from './organisation-tree.svelte.ts';

/** The attributes by which a row of the tree is walked, announced and indented. */
export function treeItem(row: TreeRow, isReachable: boolean) {
  return {
    'data-row': row.id,
    tabindex: isReachable ? 0 : -1,
    'aria-level': row.depth + 1,
    'aria-posinset': row.position,
    'aria-setsize': row.siblings,
    style: `--indent:${indentOf(row.depth)}`,
  } as const;
}

/** How far in a level of the tree stands: further than the one above, the deep ones by less. */
function indentOf(depth: number): string {
  const FULL = 6;
  const rem = Math.min(depth, FULL) * 0.75 + Math.max(0, depth - FULL) * 0.375;
  return `${String(rem)}rem`;
}
