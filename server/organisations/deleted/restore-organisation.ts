import { says } from '../../../shared/organisations/words.ts';
import { decide } from '../../../shared/access/decide.ts';
import { isId } from '../../../shared/core/ids.ts';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { RestoredOrganisation } from '../../../shared/organisations/contract.ts';
import { childPath, idsOf, leadsThrough } from '../../../shared/organisations/path.ts';
import { bringBackRows } from '../../core/db/keep-rows.ts';
import { nameColumns } from '../../core/db/name-columns.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { Work } from '../../core/db/work.ts';
import { BillingProfile } from '../billing-profile.entity.ts';
import { flushUnique } from '../create-organisation.ts';
import { DeletedOrganisation } from './deleted-organisation.entity.ts';
import { organisationRestored } from '../events.ts';
import { keptSince } from './list-deleted.ts';
import { OrganisationSettings } from '../organisation-settings.entity.ts';
import { viewOrganisation } from '../organisation-view.ts';
import { Organisation, unlocked } from '../organisation.entity.ts';
import { locate, type Located, locateAll, requireAllowed } from '../require-organisation.ts';
import { reaches } from '../visible-organisations.ts';

/**
 * An administrator brings a deleted organisation back below its old parent, suspended, so that
 * nobody of it is in before somebody has looked at it [H12]. It is decided at the parent, as
 * creating it there would be: meanwhile a barrier may have closed, or the parent may no longer hold
 * its like.
 */
export function restoreOrganisation(work: Work, id: string): Promise<RestoredOrganisation> {
  return work.transaction(
    'organisation.restore',
    async (tx) => {
      const deleted = await requireDeleted(tx, id);
      const parent = await requireParent(tx, deleted);

      const kept = deleted.kept['organisation'] ?? {};
      const [row = {}] = kept['organisation'] ?? [];
      bringBackRows(tx.em, Organisation, [placedUnder(tx, row, parent)]);
      bringBackRows(tx.em, BillingProfile, kept['billing']);
      bringBackRows(tx.em, OrganisationSettings, kept['settings']);
      tx.em.remove(deleted);
      await flushUnique(tx);
      const leftOut = await tx.tell(organisationRestored, deleted);

      const organisation = await tx.em.findOneOrFail(Organisation, { id });
      const located = await locate(tx.em, id);
      const mayKnow = located && decide(tx.person, 'accounts.view', located.place).allowed;
      return {
        organisation: await viewOrganisation(tx.em, organisation),
        leftOut: mayKnow ? leftOut.flat() : [], // names from behind a barrier stay there
      };
    },
    { changesAccess: true },
  );
}

/** What was deleted, if the person's scope held it and it is kept still; everything else is 404. */
async function requireDeleted(
  { em, person, now }: Transaction,
  id: string,
): Promise<DeletedOrganisation> {
  const where = { id, deletedAt: { $gt: keptSince(now) } };
  const deleted = isId(id)
    ? await em.findOne(DeletedOrganisation, where, { populate: ['kept'] })
    : null;
  if (!deleted || !reaches(person, deleted.parentPath)) throw new Refusal('not-found');
  return deleted;
}

/** The old parent, if it is there and may take this in from this person. */
async function requireParent(tx: Transaction, deleted: DeletedOrganisation): Promise<Located> {
  const way = idsOf(deleted.parentPath);
  const located = await locateAll(tx.em, way);
  const nearest = way.map((each) => located.get(each)).findLast((each) => each !== undefined);
  if (!nearest) throw new Refusal('not-found');
  const isGone = nearest.id !== deleted.parentId;
  requireAllowed(
    tx,
    'organisation.restore',
    nearest.place,
    isGone ? {} : { branch: { kind: deleted.kind } },
  );
  if (isGone) {
    throw new Refusal(
      'organisation.parent-gone',
      says.restoreParentFirst({ name: deleted.displayName }),
    );
  }
  return nearest;
}

/** What is looked at of a kept row; older ones lack columns that have come since. */
interface KeptOrganisation {
  id: string;
  displayName: string;
  lockedAt: string | null;
}

function placedUnder({ now }: Transaction, row: Fields, parent: Located): Fields {
  const { id, displayName, lockedAt } = row as unknown as KeptOrganisation;
  const path = childPath(parent.path, id);
  const isLockerThere = lockedAt !== null && leadsThrough(path, lockedAt);
  return {
    ...row,
    ...nameColumns(displayName),
    path,
    status: 'suspended',
    ...(isLockerThere ? {} : unlocked),
    updatedAt: now,
  };
}
