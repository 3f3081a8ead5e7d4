import { type EntityName, raw } from '@mikro-orm/core';
import { type Count, MOST_COUNTED } from '../../../shared/core/paging.ts';
import type { EntityManager } from '../db/open-database.ts';

/** How many rows match, counted as far as a list counts: what is beyond costs nothing. */
export async function countRows(
  em: EntityManager,
  entity: EntityName<object>,
  where: object,
): Promise<Count> {
  const matching = em
    .createQueryBuilder(entity)
    .select(raw('1 as one'))
    .where(where)
    .limit(MOST_COUNTED + 1);
  const [row] = await em.execute<{ total: number | string }[]>(
    `select count(*) as total from (${matching.getQuery()}) as matching`,
    [...matching.getParams()] as unknown[],
  );
  const total = Number(row?.total ?? 0);
  return { total: Math.min(total, MOST_COUNTED), isCapped: total > MOST_COUNTED };
}
