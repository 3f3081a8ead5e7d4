import type { AccessRequest as View } from '../../shared/access-requests/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import type { Page } from '../../shared/core/paging.ts';
import { idsAlong, idsOf } from '../../shared/organisations/path.ts';
import { timeParameter } from '../core/db/open-database.ts';
import { findVisible } from '../core/lists/find-visible.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { openInside, selfManagedAmong } from '../organisations/open-inside.ts';
import { requireVisible } from '../organisations/require-organisation.ts';
import { withinSql } from '../organisations/within.ts';
import { AccessRequest } from './access-request.entity.ts';
import { viewRequest } from './find-request.ts';
import { lapsedBefore } from './request-access.ts';

const MOST = 200;

/** Above every id. */
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Who asked for access here, and who had it; the latest first. Those inside see all of them,
 * anybody else their own; by an API token nothing is one's own.
 */
export function listRequestsAt(work: Work, organisationId: string): Promise<Page<View>> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    const { id, place } = await requireVisible(reading, organisationId);
    const isInside = decide(person, 'access.view', place).allowed;
    if (!isInside && person.token) return { items: [], nextCursor: null };
    const found = await em.find(
      AccessRequest,
      { organisationId: id, ...(!isInside && { accountId: person.accountId }) },
      { orderBy: { id: 'desc' }, limit: MOST },
    );
    return { items: found.map(viewRequest), nextCursor: null };
  });
}

/**
 * What wants the eye of those inside, wherever the reader is inside: requests that wait, and
 * glasses that are broken. Only roles at or below a barrier look at any; the others cost no query
 * of requests. Those that are hidden behind a further barrier take nobody's place.
 */
export function listOpenRequests(work: Work): Promise<Page<View>> {
  return work.read(async (reading) => ({
    items: (await findOpenRequests(reading)).map(viewRequest),
    nextCursor: null,
  }));
}

/** The same within a reading. */
export async function findOpenRequests(reading: Reading): Promise<AccessRequest[]> {
  const { em, person } = reading;
  const within = await pathsInside(reading);
  const { found: seen } = await findVisible({
    before: within.length === 0 ? '' : NEWEST,
    end: '',
    enough: MOST,
    read: (before, limit) => openBelow(reading, within, { before, limit }),
    keep: async (waiting) => {
      const paths = waiting.map(({ path }) => path);
      const open = await openInside(em, person, paths);
      return waiting.filter(({ path }) => open.has(path));
    },
    keyOf: ({ id }) => id,
  });
  const where = { id: { $in: seen.slice(0, MOST).map(({ id }) => id) } };
  return em.find(AccessRequest, where, { orderBy: { id: 'desc' } });
}

/** The paths of the reader's roles that stand behind a barrier. */
async function pathsInside({ em, person }: Reading): Promise<string[]> {
  const paths = person.grants.map(({ path }) => path);
  const closed = await selfManagedAmong(em, idsAlong(paths));
  return paths.filter((path) => idsOf(path).some((id) => closed.has(id)));
}

async function openBelow(
  { em, now }: Reading,
  paths: readonly string[],
  { before, limit }: { before: string; limit: number },
): Promise<{ id: string; path: string }[]> {
  const isWithin = withinSql(paths, 'o.path');
  return em.execute<{ id: string; path: string }[]>(
    `select r.id, o.path from access_requests r
     join organisations o on o.id = r.organisation_id
     where ((r.status = 'pending' and r.created_at > ?)
         or (r.status = 'approved' and r.kind = 'break-glass' and r.expires_at > ?))
       and r.id < ? and ${isWithin.sql}
     order by r.id desc limit ${limit}`,
    [timeParameter(em, lapsedBefore(now)), timeParameter(em, now), before, ...isWithin.values],
  );
}
