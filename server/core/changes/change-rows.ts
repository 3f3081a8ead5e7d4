import { nestFields } from '../../../shared/core/merge-patch.ts';
import type { EntityManager } from '../db/open-database.ts';
import { newId } from '../new-id.ts';
import type { Captured } from './capture.ts';
import type { ChangeRow } from './change.entity.ts';
import type { Deed } from './deed.ts';
import { mergeFlushes } from './merge-flushes.ts';
import { type Publication, topicFor } from './publication.ts';
import { relocated } from './relocated.ts';

export type NewChange = Omit<ChangeRow, 'seq'>;

/** What the log has to know of the features whose records it logs. */
export interface LogGround {
  publications: readonly Publication[];
  /** The present paths of organisations, by id. */
  pathsOf: (em: EntityManager, ids: readonly string[]) => Promise<Map<string, string>>;
}

/** The change log's rows of a transaction: one for each record that it changed or moved along. */
export async function changeRows(
  em: EntityManager,
  { publications, pathsOf }: LogGround,
  captured: readonly Captured[],
  deed: Deed,
): Promise<NewChange[]> {
  const logged = mergeFlushes(captured, publications).filter(({ publication, op }) =>
    (publication.logs ?? ['create', 'update', 'delete']).includes(op),
  );
  const paths = await pathsAround(logged, (ids) => pathsOf(em, ids));
  const commit = newId();
  const pathBefore = (change: Captured): string | null =>
    change.pathBefore ?? paths.get(change.organisationIdBefore ?? '') ?? null;
  const row = (change: Captured): NewChange => ({
    commit,
    at: deed.at,
    actorId: deed.actor.id,
    actorName: deed.actor.displayName,
    action: deed.action,
    topic: topicFor(change.publication, change.record),
    resource: change.publication.resource,
    recordId: change.recordId,
    organisationId: change.organisationId,
    path: change.path ?? paths.get(change.organisationId ?? '') ?? '',
    pathBefore: pathBefore(change) === change.path ? null : pathBefore(change),
    op: change.op,
    version: change.version,
    fields: nestFields(change.after),
    former: change.op === 'update' ? nestFields(change.before) : null,
    record: pathBefore(change) || change.op === 'delete' ? nestFields(change.record) : null,
  });
  return [...logged.map(row), ...(await relocated(em, publications, logged)).map(row)];
}

/** The paths of the organisations that the changes belong to; one that is deleted brings its own. */
async function pathsAround(
  changes: readonly Captured[],
  pathsOf: (ids: readonly string[]) => Promise<Map<string, string>>,
): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (const { organisationId, path } of changes) {
    if (organisationId !== null && path !== null) paths.set(organisationId, path);
  }
  const ids = new Set(
    changes.flatMap(({ organisationId, organisationIdBefore }) =>
      [organisationId, organisationIdBefore].filter((id) => id !== null),
    ),
  );
  const unknown = [...ids].filter((id) => !paths.has(id));
  return new Map([...paths, ...(await pathsOf(unknown))]);
}
