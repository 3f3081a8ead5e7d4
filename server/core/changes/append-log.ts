import { lockLog } from '../db/locks.ts';
import type { EntityManager } from '../db/open-database.ts';
import { appendAudit, type Place } from './append-audit.ts';
import type { Captured } from './capture.ts';
import { changeRows, type LogGround, type NewChange } from './change-rows.ts';
import { ChangeRow } from './change.entity.ts';
import type { Deed } from './deed.ts';

/** What a transaction left in the log. */
export interface Appended {
  rows: readonly NewChange[];
  seq: number;
}

/**
 * The transaction writes its change rows and audit record as its last step before the commit: on
 * PostgreSQL under a lock that is held until then, so a later number can never become visible
 * before an earlier one. Returns the rows, and the highest number, or 0 without any.
 */
export async function appendLog(
  em: EntityManager,
  ground: LogGround,
  captured: readonly Captured[],
  deed: Deed,
): Promise<Appended> {
  const rows = await changeRows(em, ground, captured, deed);
  await lockLog(em);
  const numbers = rows.length > 0 ? await em.insertMany(ChangeRow, rows) : [];
  await appendAudit(em, captured, placeOf(rows, deed), deed);
  return { rows, seq: Math.max(0, ...numbers.map(Number)) };
}

/** Where it happened: as the deed says, else where its first record belongs, else at home. */
function placeOf(rows: readonly NewChange[], { place, home }: Deed): Place | null {
  const first = rows.find(({ path }) => path !== '');
  return place ?? (first ? { id: first.organisationId, path: first.path } : home);
}

/** The number of the last change that this view of the database holds. */
export async function headOf(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ head: number | string | null }[]>(
    'select max(seq) as head from changes',
  );
  return Number(row?.head ?? 0);
}
