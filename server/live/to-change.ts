import { toldUnder } from '../../shared/access/actions.ts';
import type { Change } from '../../shared/live/contract.ts';
import { endOf, idsOf } from '../../shared/organisations/path.ts';
import { organisationRecord } from '../../shared/organisations/records.ts';
import { records } from '../../shared/records.ts';
import { byTime } from '../core/by-time.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';

const unsigned = new Set<string>(records.filter((type) => type.unsigned).map(({ name }) => name));

/** How a reader meets a change: what was shown of it before, and what is now. */
export interface Sight {
  before: boolean;
  now: boolean;
}

/** Whether the row is of a move, which readers meet differently. */
export function isMove(row: ChangeRow): boolean {
  return row.pathBefore !== null;
}

/**
 * A row of the log as a reader gets it, or `null` where it is not for them: a move is `leave`
 * for who loses it, `enter` with the whole record for who gains it [L7]. What merely came along
 * with a move did not change for who saw it before and still does.
 */
export function toChange(row: ChangeRow, { before, now }: Sight): Change | null {
  if (!isMove(row)) return now ? change(row, row.op, row.op === 'delete' ? {} : row.fields) : null;
  if (before && now) {
    const isAlong =
      row.resource !== organisationRecord.name && Object.keys(row.fields).length === 0;
    return isAlong ? null : change(row, 'update', row.fields);
  }
  if (now) return change(row, 'enter', row.record ?? {});
  // where it went is not theirs to know: what leaves is told by where it was
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
