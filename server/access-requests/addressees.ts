import { barrierIndex, type Place } from '../../shared/access/place.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Addressee } from '../core/mail.ts';

/** Whoever asked for access, as long as they can sign in. */
export function readGuest(
  { em }: Transaction,
  { accountId }: { accountId: string },
): Promise<Addressee[]> {
  return em.execute<Addressee[]>(
    `select id as "accountId", email, display_name as name from accounts
     where id = ? and status = 'active' and type <> 'machine'`,
    [accountId],
  );
}

/** Those who may answer and end it: administrators from inside the barrier whose role lasts. */
export function readInside({ em }: Transaction, place: Place): Promise<Addressee[]> {
  const way = place.slice(barrierIndex(place)).map(({ id }) => id);
  return em.execute<Addressee[]>(
    `select distinct a.id as "accountId", a.email, a.display_name as name
     from grants g
     join accounts a on a.id = g.account_id and a.status = 'active' and a.type <> 'machine'
     where g.organisation_id in (${marksFor(way)}) and g.expires_at is null
       and g.role like '%Administrator'
     order by a.email`,
    way,
  );
}
