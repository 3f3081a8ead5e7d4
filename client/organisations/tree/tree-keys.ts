import { keyOf } from '../../ui/keys.ts';
import { folded } from '../../../shared/core/folded.ts';
import type { TreeRow } from './organisation-tree.svelte.ts';

/** What a key asks of the tree. */
export type TreeDeed = { is: 'focus' | 'open' | 'close' | 'go'; id: string };

/**
 * A key is translated, as the tree pattern of WAI-ARIA has it; `undefined` where it means nothing.
 */
export function treeKey(
  event: KeyboardEvent,
  rows: readonly TreeRow[],
  at: string | undefined,
  label: (id: string) => string,
  hasChildren: (id: string) => boolean,
): TreeDeed | undefined {
  const index = rows.findIndex(({ id }) => id === at);
  const row = rows[index];
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const focus = (other: TreeRow | undefined): TreeDeed | undefined =>
    other && { is: 'focus', id: other.id };

  const key = keyOf(event);
  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (!row.isOpen) return hasChildren(row.id) ? { is: 'open', id: row.id } : undefined;
      return focus(rows[index + 1]?.depth === row.depth + 1 ? rows[index + 1] : undefined);
    case 'ArrowLeft':
      if (row.isOpen) return { is: 'close', id: row.id };
      return focus(rows.slice(0, index).findLast(({ depth }) => depth < row.depth));
    case 'Enter':
    case ' ':
      return { is: 'go', id: row.id };
    default:
      return key.length === 1 ? focus(nextCalled(key, rows, index, label)) : undefined;
  }
}

/** The next row whose name begins with the letter, going round. */
function nextCalled(
  letter: string,
  rows: readonly TreeRow[],
  index: number,
  label: (id: string) => string,
): TreeRow | undefined {
  const round = [...rows.slice(index + 1), ...rows.slice(0, index + 1)];
  return round.find(({ id }) => folded(label(id)).startsWith(folded(letter)));
}
