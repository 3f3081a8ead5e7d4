import type { Shortcut } from './shortcuts.svelte.ts';

/** What the keys of a list do, in words. */
export interface RowKeyWords {
  group: string;
  down: string;
  up: string;
  select: string;
  open: string;
  actions: string;
}

/**
 * The keyboard of a list, around its table: `j` and `k` go from row to row, `x` selects, `o` opens,
 * `.` shows what can be done. The row that has the focus is the one that is meant.
 */
export function rowKeys(
  list: () => HTMLElement | undefined,
  { group, ...labels }: RowKeyWords,
): Shortcut[] {
  const rows = (): HTMLElement[] => [
    ...(list()?.querySelectorAll<HTMLElement>('tr[data-row]') ?? []),
  ];
  const current = (): HTMLElement | undefined =>
    rows().find((row) => row.contains(document.activeElement));
  const press = (selector: string) => (): void => {
    current()?.querySelector<HTMLElement>(selector)?.click();
  };
  const step = (by: 1 | -1) => (): void => {
    const all = rows();
    const at = all.findIndex((row) => row === current());
    const next = at < 0 ? all.at(by > 0 ? 0 : -1) : all[at + by];
    next?.querySelector('a')?.focus();
  };
  return [
    { keys: 'j', label: labels.down, group, run: step(1) },
    { keys: 'k', label: labels.up, group, run: step(-1) },
    { keys: 'x', label: labels.select, group, run: press('input[type=checkbox]') },
    { keys: 'o', label: labels.open, group, run: press('a') },
    { keys: '.', label: labels.actions, group, run: press('[aria-haspopup=menu]') },
  ];
}
