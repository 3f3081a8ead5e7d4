import { raw } from '@mikro-orm/core';
import { childPath, endOf, idsAlong, parentOf } from '../../shared/organisations/path.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { pathsOf } from './names-of.ts';
import { parentIdSql, withinSql } from './within.ts';

/** Where the end of a path of then stands now. */
export type PresentPath = (path: string) => string;

/**
 * A record is followed that was written down with the path of its day to where its organisation is
 * now: the history of what has moved goes along. What is gone stands where it stood when it was
 * deleted, as far as that itself has not moved since.
 */
export async function presentPaths(
  em: EntityManager,
  paths: readonly string[],
): Promise<PresentPath> {
  const places = new Map<string, Place>();
  let unknown = idsAlong(paths);
  while (unknown.length > 0) {
    const found = await placesOf(em, unknown);
    for (const id of unknown) places.set(id, found.get(id) ?? { isLiving: false, path: null });
    const further = [...found.values()].flatMap(({ path }) => path ?? []);
    unknown = idsAlong(further).filter((id) => !places.has(id));
  }
  return (path) => resolve(path, places);
}

interface Place {
  isLiving: boolean;
  /** As it is, or was at its end; `null` where nobody remembers that. */
  path: string | null;
}

function resolve(path: string, places: ReadonlyMap<string, Place>): string {
  const id = endOf(path);
  const place = places.get(id);
  if (place?.isLiving) return place.path ?? path;
  const last = place?.path ?? path;
  const above = parentOf(last);
  return above === '' ? last : childPath(resolve(above, places), id);
}

async function placesOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, Place>> {
  const living = await pathsOf(em, ids);
  const places = new Map<string, Place>(
    [...living].map(([id, path]) => [id, { isLiving: true, path }]),
  );
  const gone = ids.filter((id) => !places.has(id));
  if (gone.length === 0) return places;
  const where = { action: DELETED, organisationId: { $in: gone } };
  const deletions = await findRows(em, AuditRecord, where, { orderBy: [{ seq: 'asc' }] });
  for (const { organisationId: id, path } of deletions) {
    if (id !== null) places.set(id, { isLiving: false, path });
  }
  return places;
}

const DELETED = 'organisation.delete';

/**
 * The condition that something written down belongs to what stands at or below one of the paths
 * now, or did so when it was deleted. Other places can be among it, of what was restored elsewhere.
 */
export function presentlyWithin(paths: readonly string[]): object {
  const isWithin = withinSql(paths, 'path');
  const sql = `organisation_id in (
    with recursive held(id) as (
      select id from organisations where ${isWithin.sql}
      union
      select d.organisation_id from audit_records d join held on cast(held.id as text) = ${parentIdSql('d.path')}
      where d.action = '${DELETED}'
    ) select id from held)`;
  return { [raw(sql, isWithin.values)]: [] };
}
