import { decide } from '../../../shared/access/decide.ts';
import { says } from '../../../shared/accounts/words.ts';
import type { Reading } from '../../core/db/reading.ts';
import { type HomePlace, MOST_ALIKE, type NeedFound } from '../../core/home.ts';
import { openWithin } from '../../organisations/lists/open-within.ts';
import { locateAll } from '../../organisations/require-organisation.ts';
import { Account } from '../../people/account.entity.ts';

/** How many invitations are looked at; what is older is seen first. */
const MOST = 200;

/** Invitations that nobody has accepted, by where they are for, to those who may send them again. */
export async function findInvitationNeeds(
  reading: Reading,
  places: readonly HomePlace[],
): Promise<NeedFound[]> {
  const { em, person } = reading;
  const reach = places.map(({ path }) => openWithin(person, path));
  if (reach.length === 0) return [];
  const found = await em.find(
    Account,
    { $and: [{ status: 'invited' }, { $or: reach }] },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: MOST },
  );
  const byHome = Map.groupBy(found, ({ organisationId }) => organisationId);
  const located = await locateAll(em, [...byHome.keys()]);
  const open = [...byHome].filter(([id]) => {
    const at = located.get(id);
    return at && decide(person, 'account.invite', at.place).allowed;
  });
  return open
    .slice(0, MOST_ALIKE)
    .flatMap(([organisationId, invited]) => needOf(organisationId, invited));
}

function needOf(organisationId: string, invited: readonly Account[]): NeedFound[] {
  const [oldest] = invited;
  if (!oldest) return [];
  const isOne = invited.length === 1;
  const accounts = `/organisations/${organisationId}/accounts`;
  return [
    {
      kind: 'invitation',
      subjectId: isOne ? oldest.id : organisationId,
      organisationId,
      message: isOne
        ? says.invitationWaits({ name: oldest.displayName })
        : says.invitationsWait({ count: invited.length }),
      since: oldest.createdAt,
      waitsOn: isOne ? oldest.displayName : null,
      href: isOne ? `${accounts}/${oldest.id}` : accounts,
    },
  ];
}
