import type { EntityName, FilterQuery } from '@mikro-orm/core';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import { findRows } from './find-rows.ts';
import type { EntityManager } from './open-database.ts';

/** Rows as JSON holds them, by any name. */
export type KeptRows = Record<string, readonly Fields[]>;

/** Whole rows, secret columns too, as JSON can hold them: for what is deleted and may come back. */
export async function keepRows<E extends object>(
  em: EntityManager,
  entity: EntityName<E>,
  where: FilterQuery<E>,
): Promise<Fields[]> {
  return JSON.parse(JSON.stringify(await findRows(em, entity, where))) as Fields[];
}

/**
 * Kept rows become records again, under their old ids. They go on from the version after their
 * deletion's, so that nobody who knew them takes what they have for newer.
 */
export function bringBackRows<E extends object>(
  em: EntityManager,
  entity: EntityName<E>,
  rows: readonly Fields[] = [],
): void {
  const { props, versionProperty } = em.getMetadata(entity);
  const times = props.filter(({ runtimeType }) => runtimeType === 'Date').map(({ name }) => name);
  for (const kept of rows) {
    const row: Fields = { ...kept };
    for (const name of times) row[name] = kept[name] && new Date(kept[name] as string | Date);
    if (versionProperty) row[versionProperty] = Number(kept[versionProperty]) + 2;
    em.create(entity, row as never);
  }
}
