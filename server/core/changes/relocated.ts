import type { EntityManager } from '../db/open-database.ts';
import type { Captured } from './capture.ts';
import { nameOf } from './merge-flushes.ts';
import { leavesOf, type Publication } from './publication.ts';

/** The unchanged records of moved organisations, which come into sight and go out of it with them. */
export async function relocated(
  em: EntityManager,
  publications: readonly Publication[],
  logged: readonly Captured[],
): Promise<Captured[]> {
  const moves = new Map(
    logged.filter((change) => change.pathBefore).map((change) => [change.organisationId, change]),
  );
  if (moves.size === 0) return [];
  const already = new Set(logged.map(nameOf));
  const found: Captured[] = [];
  for (const publication of publications) {
    if (!publication.organisationColumn) continue;
    const where = { [publication.organisationColumn]: { $in: [...moves.keys()] } };
    const entities = await em.find<object>(publication.entity, where);
    for (const entity of entities) {
      const recordId = publication.recordId(entity);
      const move = moves.get(publication.organisationId(entity));
      if (!move || already.has(nameOf({ publication, recordId }))) continue;
      found.push({
        publication,
        op: 'update',
        recordId,
        organisationId: move.organisationId,
        organisationIdBefore: null,
        path: move.path,
        pathBefore: move.pathBefore,
        version: (entity as { version: number }).version,
        before: {},
        after: {},
        record: leavesOf(publication, entity),
      });
    }
  }
  return found;
}
