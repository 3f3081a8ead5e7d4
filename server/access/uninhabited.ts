import { createAction } from '../../shared/access/actions.ts';
import { decide } from '../../shared/access/decide.ts';
import { barrierIndex, type Place, type PlaceLink } from '../../shared/access/place.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Located } from '../organisations/require-organisation.ts';
import { withinSql } from '../organisations/within.ts';

/**
 * Whether the caller is outside a self-managed organisation that nobody has joined: no account that
 * ever signed in is at home in the branch or holds a lasting role there. Only then may those who
 * could create it invite its first administrator; invitations that were not accepted do not count.
 */
export async function isBeforeEmpty(
  { em, person }: Reading,
  { place, path }: Pick<Located, 'place' | 'path'>,
): Promise<boolean> {
  const target = place[place.length - 1] as PlaceLink;
  if (target.kind === 'platform' || target.kind === 'folder') return false;
  if (target.managementMode !== 'self-managed' || barrierIndex(place) !== place.length - 1) {
    return false;
  }
  const parent = place.slice(0, -1) as unknown as Place;
  if (!decide(person, 'account.inviteFirst', place).allowed) return false;
  if (!decide(person, createAction(target.kind), parent).allowed) return false;
  return isUninhabited(em, path);
}

async function isUninhabited(em: EntityManager, path: string): Promise<boolean> {
  const isHome = withinSql([path], 'h.path');
  const isHeld = withinSql([path], 'o.path');
  const found = await em.execute<object[]>(
    `select 1 as found from accounts a
     join organisations h on h.id = a.organisation_id
     where a.type <> 'machine' and a.status <> 'invited'
       and (${isHome.sql}
            or exists (select 1 from grants g join organisations o on o.id = g.organisation_id
                       where g.account_id = a.id and g.expires_at is null
                         and ${isHeld.sql}))
     limit 1`,
    [...isHome.values, ...isHeld.values],
  );
  return found.length === 0;
}
