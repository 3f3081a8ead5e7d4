import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';

type Counted = { count: number };

export const en = {
  reach: { here: 'Directly here', branch: 'Everything below' },
  reachLabel: 'How far the list reaches',
  filters: 'Filters',
  clearAll: 'Clear the filters',
  export: 'Export',
  exportAs: { csv: 'As CSV', xlsx: 'As an Excel workbook' },
  shownOf: ({ shown, total }: { shown: number; total: string }) =>
    `${formats().number(shown)} of ${total}`,

  open: 'Open',
  openInTab: 'Open in a new tab',
  copyLink: 'Copy the link',
  linkCopied: 'The link is copied',
  linkNotCopied: 'The browser did not allow copying',
  rowKeys: {
    group: 'Lists',
    down: 'Next row',
    up: 'Row before',
    select: 'Select the row',
    open: 'Open the row',
    actions: 'What can be done with the row',
  },

  selected: ({ count }: Counted) => `${formats().number(count)} selected`,
  allSelected: ({ count }: Counted) => `All ${formats().number(count)} that fit are selected`,
  selectAllThatFit: ({ count }: Counted) => `Select all ${formats().number(count)} that fit`,
  clearSelection: 'Clear the selection',
  removedBy: ({ name }: { name: string }) => `Removed by ${isolated(name)}`,
  left: ({ name, who }: { name: string; who: string }) =>
    `${isolated(name)} left the list: ${isolated(who)} moved or deleted it.`,
};
