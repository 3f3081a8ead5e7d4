import type { Role } from '../../../shared/access/roles.ts';
import type { Place } from '../../../shared/access/place.ts';
import { refuseField } from '../../../shared/core/refusals.ts';
import type { StepOwner } from '../../../shared/onboarding/contract.ts';
import { mayRead, type NoteStand } from '../../../shared/onboarding/notes.ts';
import { says } from '../../../shared/onboarding/words.ts';
import { timeParameter } from '../../core/db/open-database.ts';
import { marksFor } from '../../core/db/raw.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import { isAccountInSight } from '../account-in-sight.ts';

const MOST_MENTIONS = 20;

interface Where {
  stand: NoteStand;
  place: Place;
}

interface Holding {
  id: string;
  display_name: string;
  role: Role;
  organisation_id: string;
}

/**
 * Those whom a note mentions, who have to be people who can see it [O18]. The answer is the same for
 * somebody out of the author's sight as for nobody: an id tells no name.
 */
export async function requireMentioned(
  tx: Transaction,
  ids: readonly string[],
  where: Where,
): Promise<StepOwner[]> {
  if (ids.length > MOST_MENTIONS) throw refuseField('text', says.tooManyMentions);
  if (ids.length === 0) return [];
  const held = Map.groupBy(await findHeld(tx, ids), ({ id }) => id);
  const mentioned: StepOwner[] = [];
  for (const id of ids) {
    const grants = held.get(id) ?? [];
    const isSeen = grants.length > 0 && (await isAccountInSight(tx, id));
    const actor = {
      accountId: id,
      grants: grants.map(({ role, organisation_id: at }) => ({ role, organisationId: at })),
    };
    if (!isSeen || !mayRead(actor, where.stand, where.place)) {
      throw refuseField('text', says.mentionOutside);
    }
    mentioned.push({ id, displayName: grants[0]?.display_name ?? '' });
  }
  return mentioned;
}

function findHeld({ em, now }: Transaction, ids: readonly string[]): Promise<Holding[]> {
  return em.execute<Holding[]>(
    `select a.id, a.display_name, g.role, g.organisation_id
     from accounts a join grants g on g.account_id = a.id
     where a.id in (${marksFor(ids)}) and a.status = 'active' and a.type <> 'machine'
       and (g.expires_at is null or g.expires_at > ?)`,
    [...ids, timeParameter(em, now)],
  );
}
