import { isForHolders, isInside, viewAction } from '../../shared/access/actions.ts';
import { decide } from '../../shared/access/decide.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { RecordType } from '../../shared/core/record.ts';
import type { OrganisationReference } from '../../shared/organisations/contract.ts';
import type { Activity, ActivityQuery } from '../../shared/live/contract.ts';
import { endOf, isWithin } from '../../shared/organisations/path.ts';
import { organisationRecord } from '../../shared/organisations/records.ts';
import { records } from '../../shared/records.ts';
import { ChangeRow } from '../core/changes/change.entity.ts';
import { sequenceCursors } from '../core/db/cursors.ts';
import { findVisible } from '../core/lists/find-visible.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { holdsAt, openInside } from '../organisations/open-inside.ts';
import { namesOf } from '../organisations/names-of.ts';
import { presentlyWithin, presentPaths } from '../organisations/present-paths.ts';
import { type Located, requirePlace } from '../organisations/require-organisation.ts';
import { below, within } from '../organisations/within.ts';
import { isMove, toChange } from './to-change.ts';

/** The activity feed of an organisation's branch, latest first, as far as the reader may see. */
export function listActivity(
  work: Work,
  id: string,
  { limit, cursor, by }: ActivityQuery,
): Promise<Page<Activity>> {
  return work.read(async (reading) => {
    const located = await requirePlace(reading, id, 'directory.view');
    const cursors = sequenceCursors('activity', id, by);
    const { found } = await findVisible({
      before: cursors.read(cursor),
      end: 0,
      enough: limit + 1,
      read: (before, most) => readRows(reading, located, { before, by, limit: most }),
      keep: (rows) => readActivities(reading, located, rows),
      keyOf: ({ seq }) => Number(seq),
    });
    const page = found.slice(0, limit);
    return {
      items: await withNames(reading, located, page),
      nextCursor: found.length > limit ? cursors.write(String(page.at(-1)?.seq)) : null,
    };
  });
}

/**
 * The entries that the reader may see. An organisation takes its history along: of one that moved
 * away remain its directory entries and its leaving, told under the path and name that it had.
 */
async function readActivities(
  { em, person }: Reading,
  { path: here, place }: Located,
  rows: readonly ChangeRow[],
): Promise<Activity[]> {
  const paths = rows.map(({ path }) => path);
  const presentPath = await presentPaths(em, paths);
  const open = await openInside(em, person, paths.map(presentPath));
  return rows.flatMap((row) => {
    const { topic } = row;
    if (isUntold(row)) return [];
    const path = presentPath(row.path);
    const isHere = isWithin(path, here);
    if (topic && isForHolders(topic) && !holdsAt(person, endOf(path))) return [];
    if (!topic || (!isHere && topic !== 'directory')) return [];
    const isSeen = isInside(topic)
      ? open.has(path)
      : decide(person, viewAction(topic), place).allowed;
    if (!isSeen) return [];
    if (isHere) return toActivity(row, { isHere, path });
    const wasHere = isWithin(row.path, here);
    const hasLeft = isWithin(row.pathBefore ?? '', here) && 'parentId' in row.fields;
    return wasHere || hasLeft ? toActivity(row, { isHere: wasHere }) : [];
  });
}

const types = new Map<string, Pick<RecordType<unknown>, 'untold' | 'toldOf'>>(
  records.map((type) => [type.name, type]),
);

/**
 * Whether a row has no entry of its own: another entry covers it, or only fields changed that are
 * not shown.
 */
function isUntold({ resource, action, op, fields }: ChangeRow): boolean {
  const { untold = [], toldOf = [''] } = types.get(resource) ?? {};
  if (!toldOf.some((beginning) => action.startsWith(beginning))) return true;
  const names = Object.keys(fields);
  return op === 'update' && names.length > 0 && names.every((name) => untold.includes(name));
}

/** The entry of a row; `path` is the organisation's present path where it is not the row's. */
function toActivity(
  row: ChangeRow,
  { isHere, path = row.path }: { isHere: boolean; path?: string },
): Activity[] {
  const change = toChange({ ...row, path }, { before: true, now: isHere });
  if (!change) return [];
  const { kind, displayName } = row.record ?? {};
  // the former place of a moved record is not disclosed to those who gained it
  const was = change.op === 'delete' ? row.record : isMove(row) ? null : row.former;
  return [
    {
      ...change,
      action: row.action,
      ...(isHere && was && { was }),
      ...(change.op === 'leave' && {
        organisation: { id: change.id, kind, displayName } as OrganisationReference,
      }),
    },
  ];
}

/** The entries with the names of organisations that are still in this branch and not deleted. */
async function withNames(
  { em }: Reading,
  { path }: Located,
  items: readonly Activity[],
): Promise<Activity[]> {
  const ids = items.map(({ organisationId }) => organisationId);
  const names = await namesOf(em, ids, { within: path });
  return items.map((item) => {
    const organisation = names.get(item.organisationId);
    return organisation ? { ...item, organisation } : item;
  });
}

/** The page and the author that rows are asked for. */
interface Wanted {
  before: number;
  by: string | undefined;
  limit: number;
}

function readRows({ em }: Reading, { path }: Located, { before, by, limit }: Wanted) {
  return em.find(
    ChangeRow,
    {
      seq: { $lt: before },
      topic: { $ne: null },
      $or: [
        within([path]),
        { resource: organisationRecord.name, ...below(path, 'pathBefore') },
        presentlyWithin([path]),
      ],
      ...(by !== undefined && { actorId: by }),
    },
    { orderBy: { seq: 'desc' }, limit },
  );
}
