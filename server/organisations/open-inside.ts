import type { Actor } from '../../shared/access/decide.ts';
import type { EntityManager } from '../core/db/open-database.ts';

/**
 * Which of the given paths are open to the actor on their inside: reached by a grant at or below
 * the innermost self-managed organisation of the way. The barrier for lists, in one query.
 */
export async function openInside(
  em: EntityManager,
  actor: Actor,
  paths: readonly string[],
): Promise<Set<string>> {
  const ids = [...new Set(paths.flatMap((path) => path.split('/')))];
  const closed = await selfManagedAmong(em, ids);
  const isClosed = (id: string) => closed.has(id);
  return new Set(paths.filter((path) => isOpenInside(actor, path.split('/'), isClosed)));
}

/** The same for one way whose closed organisations are known. */
export function isOpenInside(
  actor: Pick<Actor, 'grants'>,
  path: readonly string[],
  isClosed: (id: string) => boolean,
): boolean {
  const barrier = Math.max(0, path.findLastIndex(isClosed));
  return actor.grants.some(({ organisationId }) => path.indexOf(organisationId) >= barrier);
}

/** Those of the ids whose organisation manages itself. */
export async function selfManagedAmong(
  em: EntityManager,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await em.execute<{ id: string }[]>(
    `select id from organisations
     where management_mode = 'self-managed' and id in (${ids.map(() => '?').join(', ')})`,
    [...ids],
  );
  return new Set(rows.map(({ id }) => id));
}
