import type { EntityName, FilterQuery, QueryOrderMap } from '@mikro-orm/core';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { EntityManager } from './open-database.ts';

/** What an entity holds, without what it can do. */
export type Row<E> = {
  [Name in keyof E as E[Name] extends (...args: never[]) => unknown ? never : Name]: E[Name];
};

/** In which order, and how many at most. */
export interface RowOptions<E> {
  orderBy?: readonly QueryOrderMap<E>[];
  limit?: number;
  /** Columns that are too big, or too secret, to be read where nobody looks at them. */
  omit?: readonly string[] | undefined;
}

/**
 * The rows that match, with the names and types of the entity's properties, but no entities: what
 * is only read need not be tracked, which is most of what a query through the ORM costs.
 */
export async function findRows<E extends object>(
  em: EntityManager,
  entity: EntityName<E>,
  where: FilterQuery<E>,
  { orderBy, limit, omit }: RowOptions<E> = {},
): Promise<Row<E>[]> {
  const { props } = em.getMetadata(entity);
  const columns = props.map(({ name }) => name).filter((name) => !omit?.includes(name));
  const query = em
    .createQueryBuilder(entity)
    .select((omit ? columns : '*') as never)
    .where(where as never);
  if (orderBy) query.orderBy(orderBy as never);
  if (limit !== undefined) query.limit(limit);
  const rows = await query.execute<Row<E>[]>('all');
  const platform = em.getDriver().getPlatform();
  for (const { name, customType } of props) {
    if (!customType || omit?.includes(name)) continue;
    for (const row of rows as Fields[]) {
      row[name] = customType.convertToJSValue(row[name], platform);
    }
  }
  return rows;
}
