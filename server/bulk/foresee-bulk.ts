import type { BulkPreview } from '../../shared/bulk/contract.ts';
import type { Work } from '../core/db/work.ts';
import type { BulkRequest } from './read-request.ts';

/** So many rows are looked at before others have their turn, of the thread and of the database. */
const AT_ONCE = 100;

/** What would come of it, row by row, by the decision that the job will take; it does nothing. */
export async function foreseeBulk(
  work: Work,
  { action, fields, ids }: BulkRequest,
): Promise<BulkPreview> {
  const rows: BulkPreview['rows'] = [];
  await work.read(async (reading) => action.target?.(reading, fields));
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    rows.push(
      ...(await work.read(async (reading) => {
        const names = await action.names(reading, some);
        const foreseen = await action.foresee(reading, [...names.keys()], fields);
        return some.map((id) => {
          const checks = foreseen.get(id) ?? [];
          const allowed = names.has(id) && checks.every(({ ok }) => ok);
          return { id, title: names.get(id) ?? null, allowed, checks };
        });
      })),
    );
  }
  const missing = rows.filter(({ title }) => title === null).length;
  const allowed = rows.filter((row) => row.allowed).length;
  return { counts: { allowed, refused: rows.length - allowed - missing, missing }, rows };
}
