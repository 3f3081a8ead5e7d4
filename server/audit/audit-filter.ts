import { raw } from '@mikro-orm/core';
import type { AuditFilter, AuditOutcome } from '../../shared/audit/contract.ts';
import { folded } from '../../shared/core/folded.ts';
import type { Fields } from '../../shared/core/merge-patch.ts';
import { DENIED, deniedAction } from '../core/changes/denied-attempts.ts';
import { type EntityManager, isPostgres } from '../core/db/open-database.ts';

/** How the actions of what somebody did not manage end. */
const FAILED = 'Failed';

/** The action and the outcome that an audit record's action column holds together. */
export function readAction(column: string): { action: string; outcome: AuditOutcome } {
  if (column.endsWith(DENIED)) {
    return { action: column.slice(0, -DENIED.length), outcome: 'denied' };
  }
  return { action: column, outcome: column.endsWith(FAILED) ? 'failed' : 'done' };
}

/** The conditions of a filter on audit records; where they are is the caller's to add. */
export function conditionsOf(em: EntityManager, filter: AuditFilter): object[] {
  const { actor, action, from, to, outcome, resource, q } = filter;
  return [
    ...(actor === undefined ? [] : [{ actorId: actor }]),
    ...(action === undefined ? [] : [{ action: { $in: [action, deniedAction(action)] } }]),
    ...(from === undefined ? [] : [{ at: { $gte: new Date(from) } }]),
    ...(to === undefined ? [] : [{ at: { $lt: new Date(to) } }]),
    ...(outcome === undefined ? [] : [outcomeIs(outcome)]),
    ...(resource === undefined ? [] : [changes(em, resource)]),
    ...(q === undefined || q === '' ? [] : [mentions(em, q)]),
  ];
}

/** Whether what a record says has to be read to know: no index helps. */
export function isSearch({ q = '', resource, outcome }: AuditFilter): boolean {
  return q !== '' || resource !== undefined || outcome !== undefined;
}

function outcomeIs(outcome: AuditOutcome): object {
  const denied = { action: { $like: `%${DENIED}` } };
  const failed = { action: { $like: `%${FAILED}` } };
  if (outcome === 'denied') return denied;
  return outcome === 'failed' ? failed : { $not: { $or: [denied, failed] } };
}

function changes(em: EntityManager, resource: string): object {
  if (isPostgres(em)) {
    const wanted = JSON.stringify({ changes: [{ resource }] });
    return { [raw('details @> ?::jsonb', [wanted])]: [] };
  }
  const sql = `exists (select 1 from json_each(details, '$.changes')
               where json_extract(value, '$.resource') = ?)`;
  return { [raw(sql, [resource])]: [] };
}

/** Whether a record, of which something was taken away, still is what a filter looks for. */
export function stillHas({ resource, q = '' }: AuditFilter, details: Fields): boolean {
  const changes = details['changes'] as { resource: string }[];
  const isOf = resource === undefined || changes.some((change) => change.resource === resource);
  return isOf && folded(JSON.stringify(details)).includes(asWritten(q));
}

/**
 * Names, addresses and values alike: whatever was written down with the deed. What PostgreSQL makes
 * of letters beyond ASCII depends on its locale, so that they may be any here, as spaces may; `stillHas` decides.
 */
export function mentions(em: EntityManager, text: string): object {
  const details = isPostgres(em) ? 'details::text' : 'details';
  const pattern = asWritten(text)
    .replace(/[%_!]/g, '!$&')
    .replace(/[^\x21-\x7e]+/g, '%');
  return { [raw(`canopy_folded(${details}) like ? escape '!'`, [`%${pattern}%`])]: [] };
}

/** A text as it stands in the folded JSON of a record. */
function asWritten(text: string): string {
  return folded(JSON.stringify(text).slice(1, -1));
}
