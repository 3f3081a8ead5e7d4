import { isForHolders, isInside, type Topic } from '../../shared/access/actions.ts';
import type { AuditedChange } from '../../shared/audit/contract.ts';
import {
  idsAlong,
  idsOf,
  isPlatform,
  isWithin,
  platformOf,
} from '../../shared/organisations/path.ts';
import { records } from '../../shared/records.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import type { Reading } from '../core/db/reading.ts';
import {
  holdsAt,
  isOpenInside,
  livingAmong,
  selfManagedAmong,
} from '../organisations/open-inside.ts';
import { presentlyWithin, presentPaths } from '../organisations/present-paths.ts';
import { within } from '../organisations/within.ts';

/**
 * The records at and below some ways down, then or now, as a condition; what has no place is the
 * platform's.
 */
export function recordsWithin(paths: readonly string[]): object {
  if (paths.length === 0) return { seq: { $lt: 0 } };
  if (paths.some(isPlatform)) return {};
  return { $or: [within(paths), presentlyWithin(paths)] };
}

/** The topic of each record that travels; the others never leave the server. */
const topicOf = new Map<string, Topic>(records.map(({ name, topic }) => [name, topic]));

/** Whether changes of the record stay in sight of those above a closed barrier. */
function isOutside({ resource }: AuditedChange): boolean {
  const topic = topicOf.get(resource);
  return topic !== undefined && !isInside(topic);
}

/** What somebody looks for: at and below some ways down, and what else a record has to hold. */
export interface Wanted {
  within: readonly string[];
  isFound: (record: Row<AuditRecord>) => boolean;
}

/**
 * Those that the person may read: nothing from behind a closed barrier but their own deeds, and
 * of these not what they did to the inside unseen, as in deleting it. Records go with their
 * organisation: what has moved away leaves its directory entries and nothing else. `isFound` is
 * asked again of what is left, or a search would tell of the rest.
 */
export async function keepVisible(
  { em, person }: Pick<Reading, 'em' | 'person'>,
  records: readonly Row<AuditRecord>[],
  { within, isFound }: Wanted,
): Promise<Row<AuditRecord>[]> {
  const presentPath = await presentPaths(
    em,
    records.map(({ path }) => path),
  );
  const pathThen = ({ path }: Row<AuditRecord>) => placedPath(person, path);
  const pathNow = ({ path }: Row<AuditRecord>) => placedPath(person, presentPath(path));
  const ids = idsAlong(records.flatMap((record) => [pathThen(record), pathNow(record)]));
  const closed = new Set([
    ...(await selfManagedAmong(em, ids)),
    ...(await closedAtTheirEnd(em, ids)),
  ]);
  const isClosed = (id: string) => closed.has(id);
  const isHere = (path: string) => within.some((top) => isWithin(path, top));
  return records.flatMap((whole) => {
    const record = ofHolders(person, whole);
    if (!record || (record !== whole && !isFound(record))) return [];
    const isStillHere = isHere(pathNow(record));
    const path = isStillHere ? pathNow(record) : pathThen(record);
    const isOpen = isOpenInside(person, idsOf(path), isClosed);
    if (isStillHere && isOpen) return record;
    if (!isStillHere && !isHere(pathThen(record))) return [];
    if (!isOpen && !isOwnDeed(person, record)) return [];
    const seen = isStillHere ? fromOutside(record) : leftBehind(record);
    return seen && isFound(seen) ? seen : [];
  });
}

/**
 * The record without what is only for those who hold a role at the organisation [W2]; `null` where
 * it told of nothing else to somebody who does not.
 */
function ofHolders(person: Person, record: Row<AuditRecord>): Row<AuditRecord> | null {
  const changes = changesOf(record);
  const shown = changes.filter(({ topic }) => topic === undefined || !isForHolders(topic as Topic));
  if (shown.length === changes.length) return record;
  if (holdsAt(person, record.organisationId ?? undefined)) return record;
  if (shown.length === 0 && !isOwnDeed(person, record)) return null;
  return { ...record, details: { ...record.details, changes: shown } };
}

/** By an API token, only what was done by that token is one's own. */
function isOwnDeed({ accountId, token }: Person, { actorId, details }: Row<AuditRecord>): boolean {
  const used = details['token'] as { id: string } | null | undefined;
  return actorId === accountId && (token === null || used?.id === token.id);
}

function fromOutside(record: Row<AuditRecord>): Row<AuditRecord> {
  return {
    ...record,
    details: { ...record.details, changes: changesOf(record).filter(isOutside) },
  };
}

/** What stays, of something that has moved away: what the directory said of it in those days. */
function leftBehind(record: Row<AuditRecord>): Row<AuditRecord> | null {
  const changes = changesOf(record).filter(({ resource }) => topicOf.get(resource) === 'directory');
  if (changes.length === 0) return null;
  const { actor } = record.details;
  return { ...record, details: { actor, address: '', userAgent: '', changes } };
}

/** What happened at no organisation belongs to the platform. */
function placedPath({ homePath }: Person, path: string): string {
  return path === '' ? platformOf(homePath) : path;
}

/**
 * The deleted organisations that managed themselves at their end. The change log forgets them
 * after some weeks; the audit, which keeps a deletion as long as all that was recorded there before,
 * must not open them then.
 */
async function closedAtTheirEnd(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const where = { action: 'organisation.delete', organisationId: { $in: [...ids] } };
  const deletions = await findRows(em, AuditRecord, where);
  if (deletions.length === 0) return [];
  const living = await livingAmong(em, ids);
  return deletions.flatMap((deletion) => {
    if (deletion.organisationId === null || living.has(deletion.organisationId)) return [];
    const wasClosed = changesOf(deletion).some(
      ({ resource, before }) =>
        resource === 'organisation' && before['managementMode'] === 'self-managed',
    );
    return wasClosed ? deletion.organisationId : [];
  });
}

function changesOf({ details }: Row<AuditRecord>): AuditedChange[] {
  return details['changes'] as AuditedChange[];
}
