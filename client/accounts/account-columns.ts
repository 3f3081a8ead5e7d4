import type { Column } from '../ui/table.ts';

export const accountColumns: readonly Column[] = [
  { key: 'name', label: 'Name', sortable: true, priority: 1 },
  { key: 'email', label: 'E-mail', sortable: true, width: 13, grows: true, priority: 2 },
  { key: 'type', label: 'Type', width: 8, rank: 5 },
  { key: 'status', label: 'State', sortable: true, width: 8, rank: 2, priority: 3 },
  { key: 'roles', label: 'Roles', width: 13, grows: true, rank: 3 },
  {
    key: 'updated',
    label: 'Updated',
    sortable: true,
    align: 'end',
    width: 8,
    rank: 4,
    priority: 4,
  },
];
