import { toldUnder } from '../../shared/access/actions.ts';
import type { Change } from '../../shared/live/contract.ts';
import { endOf, idsOf } from '../../shared/organisations/path.ts';
import { organisationRecord } from '../../shared/organisations/records.ts';
import { records } from '../../shared/records.ts';
import { byTime } from '../core/by-time.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';

const unsigned = new Set<string>(records.filter((type) => type.unsigned).map(({ name }) => name));

/** Whether a reader could see a moved record before, and can see it now. */
export interface Sight {
  before: boolean;
  now: boolean;
}

export function isMove(row: ChangeRow): boolean {
  return row.pathBefore !== null;
}

/**
 * The change that a reader gets for a row of the log, or `null` for none: a move is `leave` for
 * those who lose the record, `enter` with the whole record for those who gain it [L7]. A record
 * that merely moved along did not change for those who see it before and after.
 */
export function toChange(row: ChangeRow, { before, now }: Sight): Change | null {
  if (!isMove(row)) return now ? change(row, row.op, row.op === 'delete' ? {} : row.fields) : null;
  if (before && now) {
    const isAlong =
      row.resource !== organisationRecord.name && Object.keys(row.fields).length === 0;
    return isAlong ? null : change(row, 'update', row.fields);
  }
  if (now) return change(row, 'enter', row.record ?? {});
  // the new place is not disclosed: a record that leaves is reported under its old path
  const path = row.pathBefore ?? row.path;
  const organisationId = endOf(path);
  return before ? { ...change(row, 'leave', {}, path), organisationId } : null;
}

function change(
  row: ChangeRow,
  op: Change['op'],
  fields: Change['fields'],
  path = row.path,
): Change {
  return {
    seq: Number(row.seq),
    commit: row.commit,
    at: row.at.toISOString(),
    actor: unsigned.has(row.resource) ? byTime : { id: row.actorId, displayName: row.actorName },
    topic: toldUnder(row.topic as Change['topic']),
    resource: row.resource as Change['resource'],
    id: row.recordId,
    organisationId: row.organisationId ?? '',
    path: idsOf(path),
    op,
    version: row.version,
    fields,
  };
}
