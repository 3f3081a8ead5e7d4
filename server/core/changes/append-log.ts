import { createHash, randomBytes } from 'node:crypto';
import { type Fields, isFields, nestFields } from '../../../shared/core/merge-patch.ts';
import { isWithin } from '../../../shared/organisations/path.ts';
import { lockLog } from '../db/locks.ts';
import type { EntityManager } from '../db/open-database.ts';
import { marksFor } from '../db/raw.ts';
import { newId } from '../new-id.ts';
import { AuditRecord } from './audit-record.entity.ts';
import type { Captured } from './capture.ts';
import { ChangeRow } from './change.entity.ts';
import { joinLeaves, leavesOf, type Publication } from './publication.ts';

/** Who did it, as the log and the audit name them. */
export interface Deed {
  action: string;
  actor: { id: string; displayName: string };
  at: Date;
  requestId: string;
  address: string;
  userAgent: string;
  /** Where it happened, when no captured record says so. */
  place: { id: string; path: string } | null;
  /** Where the actor is at home: what happens at no organisation is theirs there. */
  home: { id: string; path: string } | null;
  /** The API token that the actor called by, if one was. */
  token: { id: string; name: string } | null;
  /** Where a request or a broken glass lets the actor in. */
  letIn: readonly { path: string; accessRequestId: string | null }[];
  /** Whether it gets an audit record. */
  isAudited: boolean;
  /** What the audit keeps besides the captured changes. */
  notes: Fields;
}

type NewChange = Omit<ChangeRow, 'seq'>;

/**
 * Writes the change rows and the audit record of a transaction, as its last step before the
 * commit: on PostgreSQL under a lock that is held until then, so a later number can never become
 * visible before an earlier one. Returns the highest number written, or 0 without any.
 */
export async function appendLog(
  em: EntityManager,
  publications: readonly Publication[],
  captured: readonly Captured[],
  deed: Deed,
): Promise<number> {
  const rows = await changeRows(em, publications, captured, deed);
  await lockLog(em);
  const numbers = rows.length > 0 ? await em.insertMany(ChangeRow, rows) : [];
  await appendAudit(em, captured, placeOf(rows, deed), deed);
  return Math.max(0, ...numbers.map(Number));
}

/** Where it happened: as the deed says, else where its first record belongs, else at home. */
function placeOf(rows: readonly NewChange[], { place, home }: Deed): Place | null {
  const first = rows.find(({ path }) => path !== '');
  return place ?? (first ? { id: first.organisationId, path: first.path } : home);
}

interface Place {
  id: string | null;
  path: string;
}

async function changeRows(
  em: EntityManager,
  publications: readonly Publication[],
  captured: readonly Captured[],
  deed: Deed,
): Promise<NewChange[]> {
  const logged = merged(captured, publications).filter(({ publication, op }) =>
    (publication.logs ?? ['create', 'update', 'delete']).includes(op),
  );
  const paths = await pathsOf(em, logged);
  const commit = newId();
  const pathBefore = (change: Captured): string | null =>
    change.pathBefore ?? paths.get(change.organisationIdBefore ?? '') ?? null;
  const row = (change: Captured): NewChange => ({
    commit,
    at: deed.at,
    actorId: deed.actor.id,
    actorName: deed.actor.displayName,
    action: deed.action,
    topic: change.publication.topic,
    resource: change.publication.resource,
    recordId: change.recordId,
    organisationId: change.organisationId,
    path: change.path ?? paths.get(change.organisationId ?? '') ?? '',
    pathBefore: pathBefore(change) === change.path ? null : pathBefore(change),
    op: change.op,
    version: change.version,
    fields: nestFields(change.after),
    record: pathBefore(change) || change.op === 'delete' ? nestFields(change.record) : null,
  });
  return [...logged.map(row), ...(await relocated(em, publications, logged)).map(row)];
}

/** The number of the last change that this view of the database holds. */
export async function headOf(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ head: number | string | null }[]>(
    'select max(seq) as head from changes',
  );
  return Number(row?.head ?? 0);
}

/** One row for each record, whatever number of flushes it took; containers before what they hold. */
function merged(captured: readonly Captured[], order: readonly Publication[]): Captured[] {
  const byRecord = new Map<string, Captured>();
  for (const change of captured) {
    const key = nameOf(change);
    const known = byRecord.get(key);
    byRecord.set(key, known ? join(known, change) : change);
  }
  return [...byRecord.values()].sort(
    (a, b) => order.indexOf(a.publication) - order.indexOf(b.publication),
  );
}

/** A record's name in the log: a billing profile has the id of its organisation. */
function nameOf({ publication, recordId }: Pick<Captured, 'publication' | 'recordId'>): string {
  return `${publication.resource}:${recordId}`;
}

function join(first: Captured, second: Captured): Captured {
  return {
    ...second,
    op: first.op === 'create' && second.op === 'update' ? 'create' : second.op,
    pathBefore: first.pathBefore ?? second.pathBefore,
    organisationIdBefore: first.organisationIdBefore ?? second.organisationIdBefore,
    before: joinLeaves(second.publication, second.before, first.before),
    after: joinLeaves(second.publication, first.after, second.after),
  };
}

/** What belongs to moved organisations and so comes into and goes out of sight with them. */
async function relocated(
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

/** Where the changed records belong; a deleted organisation itself says where it was. */
async function pathsOf(em: EntityManager, changes: readonly Captured[]) {
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
  if (unknown.length === 0) return paths;
  const rows = await em.execute<{ id: string; path: string }[]>(
    `select id, path from organisations where id in (${marksFor(unknown)})`,
    unknown,
  );
  for (const { id, path } of rows) paths.set(id, path);
  return paths;
}

async function appendAudit(
  em: EntityManager,
  captured: readonly Captured[],
  place: Place | null,
  deed: Deed,
): Promise<void> {
  if (!deed.isAudited) return;
  const path = place?.path ?? '';
  const letIn = deed.letIn.find((grant) => isWithin(path, grant.path));
  const details: Fields = {
    actor: deed.actor.displayName,
    address: deed.address,
    userAgent: deed.userAgent,
    ...(deed.token && { token: { id: deed.token.id, name: deed.token.name } }),
    ...(letIn && { accessRequestId: letIn.accessRequestId }),
    ...deed.notes,
    changes: captured.map(({ publication, op, recordId, before, after }) => ({
      resource: publication.resource,
      id: recordId,
      op,
      before,
      after,
    })),
  };
  const [last] = await em.execute<{ hash: string }[]>(
    'select hash from audit_records order by seq desc limit 1',
  );
  const salt = randomBytes(16).toString('hex');
  const record = {
    at: deed.at,
    action: deed.action,
    actorId: deed.actor.id,
    organisationId: place?.id ?? null,
    path,
    requestId: deed.requestId,
    details,
    salt,
    detailsHash: detailsHash(salt, details),
    previousHash: last?.hash ?? '',
  };
  await em.insert(AuditRecord, { ...record, hash: auditHash(record) });
}

/** The hash of an audit record over its predecessor's and everything that is never erased. */
export function auditHash(
  record: Pick<
    AuditRecord,
    'at' | 'action' | 'actorId' | 'organisationId' | 'path' | 'requestId' | 'detailsHash'
  > & { previousHash: string },
): string {
  return sha256(
    JSON.stringify([
      record.previousHash,
      record.at.toISOString(),
      record.action,
      record.actorId,
      record.organisationId,
      record.path,
      record.requestId,
      record.detailsHash,
    ]),
  );
}

/** The hash of an audit record's details; keys are sorted, since databases reorder them. */
export function detailsHash(salt: string, details: Fields): string {
  return sha256(salt + canonicalJson(details));
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isFields(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
