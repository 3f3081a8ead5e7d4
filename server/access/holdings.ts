import type { Holders } from '../../shared/access/contract.ts';
import { timeParameter } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Reading } from '../core/db/reading.ts';
import { openInside } from '../organisations/open-inside.ts';

/** A row of a role in force: its holder and its organisation. */
export interface Holding {
  account_id: string;
  account_name: string;
  role: Holders['accounts'][number]['role'];
  expires_at: Date | string | number | null;
  id: string;
  kind: Holders['accounts'][number]['organisation']['kind'];
  display_name: string;
  path: string;
}

/** The roles in force at some organisations, without disabled accounts; highest place first. */
export function readHoldings({ em, now }: Reading, ids: readonly string[]): Promise<Holding[]> {
  return em.execute<Holding[]>(
    `select g.account_id, a.display_name as account_name, g.role, g.expires_at,
            o.id, o.kind, o.display_name, o.path
     from grants g
     join accounts a on a.id = g.account_id and a.status <> 'disabled'
     join organisations o on o.id = g.organisation_id
     where g.organisation_id in (${marksFor(ids)}) and (g.expires_at is null or g.expires_at > ?)
     order by o.path, a.sort_name, g.id`,
    [...ids, timeParameter(em, now)],
  );
}

/** The holders as the reader may see them: named where the reader may view access, else counted. */
export async function asFarAsSeen(
  { em, person }: Reading,
  held: readonly Holding[],
): Promise<Holders> {
  const open = await openInside(
    em,
    person,
    held.map(({ path }) => path),
  );
  const seen = held.filter(({ path }) => open.has(path));
  return {
    accounts: seen.map(({ account_id, account_name, role, id, kind, display_name }) => ({
      id: account_id,
      displayName: account_name,
      role,
      organisation: { id, kind, displayName: display_name },
    })),
    unnamed: held.length - seen.length,
  };
}
