import type { Actor } from '../../shared/access/decide.ts';
import { idsAlong, idsOf } from '../../shared/organisations/path.ts';
import { ChangeRow } from '../core/changes/change.entity.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';
import { pathsOf } from './names-of.ts';

/**
 * Which of the given paths are open to the actor on their inside: reached by a grant at or below
 * the innermost self-managed organisation of the way. The barrier for lists, in one query.
 */
export async function openInside(
  em: EntityManager,
  actor: Actor,
  paths: readonly string[],
): Promise<Set<string>> {
  const ids = idsAlong(paths);
  const closed = await selfManagedAmong(em, ids);
  const isClosed = (id: string) => closed.has(id);
  return new Set(paths.filter((path) => isOpenInside(actor, idsOf(path), isClosed)));
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

/** Whether a role is held at the organisation itself, and not only above it. */
export function holdsAt({ grants }: Pick<Actor, 'grants'>, id: string | undefined): boolean {
  return grants.some(({ organisationId }) => organisationId === id);
}

/**
 * Those of the ids whose organisation manages itself. One that is gone stays as it was when it
 * went: what the log still holds of its inside is not for those above.
 */
export async function selfManagedAmong(
  em: EntityManager,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await em.execute<{ id: string; mode: string }[]>(
    `select id, management_mode as mode from organisations
     where id in (${marksFor(ids)})`,
    [...ids],
  );
  const known = new Set(rows.map(({ id }) => id));
  const gone = ids.filter((id) => !known.has(id));
  const closed = rows.filter(({ mode }) => mode === 'self-managed').map(({ id }) => id);
  if (gone.length === 0) return new Set(closed);
  return new Set([...closed, ...(await closedWhenDeleted(em, { recordId: { $in: gone } }))]);
}

/**
 * The deleted organisations that managed themselves, as far as the log goes back; not those that
 * were restored, which say themselves how they are.
 */
export async function closedWhenDeleted(em: EntityManager, where: object = {}): Promise<string[]> {
  const deletions = await em.find(ChangeRow, { resource: 'organisation', op: 'delete', ...where });
  const closed = deletions
    .filter(({ record }) => record?.['managementMode'] === 'self-managed')
    .map(({ recordId }) => recordId);
  const living = await livingAmong(em, closed);
  return closed.filter((id) => !living.has(id));
}

/** Those of the ids that are of organisations which are there now. */
export async function livingAmong(em: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await pathsOf(em, ids)).keys());
}
