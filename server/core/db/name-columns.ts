import { folded } from '../../../shared/core/folded.ts';
import { sortKey } from '../../../shared/core/sort-key.ts';
import type { EntityManager } from './open-database.ts';

/** What a record is ordered and found by. */
export interface NameColumns {
  sortName: string;
  searchText: string;
}

/** The columns that follow from a record's name, and from what else it is found by. */
export function nameColumns(displayName: string, ...also: string[]): NameColumns {
  return { sortName: sortKey(displayName), searchText: searchText(displayName, ...also) };
}

/** What a search looks into: each text folded, on a line of its own. */
export function searchText(...texts: string[]): string {
  return texts.map(folded).join('\n');
}

/** The tables of what has a name, and what their records are found by. */
const tables = [
  { name: 'organisations', found: ['display_name'], isSorted: true },
  { name: 'accounts', found: ['display_name', 'email'], isSorted: true },
  { name: 'deleted_organisations', found: ['display_name'], isSorted: false },
];

/**
 * The columns are worked out for records that have none yet: a migration empties them where what
 * follows from a name is another than before. Nothing of it is a deed, so no trace is left.
 */
export async function fillNameColumns(em: EntityManager): Promise<void> {
  for (const { name, found, isSorted } of tables) {
    const rows = await em.execute<Record<string, string | null>[]>(
      `select id, ${found.join(', ')} from ${name} where search_text = ''`,
    );
    for (const row of rows) {
      const [displayName = '', ...also] = found.map((column) => row[column] ?? '');
      const columns = nameColumns(displayName, ...also);
      await em.execute(
        `update ${name} set search_text = ?${isSorted ? ', sort_name = ?' : ''} where id = ?`,
        [columns.searchText, ...(isSorted ? [columns.sortName] : []), row['id']],
      );
    }
  }
}
