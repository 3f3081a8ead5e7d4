import { says } from '../../../shared/organisations/words.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { parentOf } from '../../../shared/organisations/path.ts';
import { keepRows, type KeptRows } from '../../core/db/keep-rows.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { Work } from '../../core/db/work.ts';
import { BillingProfile } from '../billing-profile.entity.ts';
import { DeletedOrganisation } from './deleted-organisation.entity.ts';
import { organisationDeleted, organisationKept } from '../events.ts';
import { OrganisationSettings } from '../organisation-settings.entity.ts';
import { Organisation } from '../organisation.entity.ts';
import { requireOrganisation } from '../require-organisation.ts';

/**
 * An administrator deletes a suspended organisation that holds no others, with all that belongs to
 * it [H9]. What can come back with it is kept for a while, where nobody finds it but who restores
 * it [H12].
 */
export function deleteOrganisation(work: Work, id: string): Promise<void> {
  return work.transaction(
    'organisation.delete',
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, 'organisation.delete');
      if (organisation.status !== 'suspended') {
        throw new Refusal(
          'organisation.not-suspended',
          says.suspendFirst({ name: organisation.displayName }),
        );
      }
      const children = await tx.em.count(Organisation, { parentId: id });
      if (children > 0) {
        throw new Refusal(
          'organisation.not-empty',
          says.stillHolds({ name: organisation.displayName, children }),
        );
      }

      await keepForRestoring(tx, organisation);
      await tx.tell(organisationDeleted, { organisationId: id });
      tx.em.remove(await tx.em.find(BillingProfile, { organisationId: id }));
      tx.em.remove(await tx.em.find(OrganisationSettings, { organisationId: id }));
      tx.em.remove(organisation);
    },
    { changesAccess: true },
  );
}

async function keepForRestoring(
  tx: Transaction,
  { id, kind, parentId, path, displayName, searchText }: Organisation,
): Promise<void> {
  if (parentId === null) throw new Error('The platform itself was to be deleted.');
  const kept: Record<string, KeptRows> = { organisation: await keepOwn(tx, id) };
  for (const { name, rows } of await tx.tell(organisationKept, { organisationId: id })) {
    kept[name] = rows;
  }
  tx.em.create(DeletedOrganisation, {
    id,
    kind,
    displayName,
    searchText,
    parentId,
    parentPath: parentOf(path),
    deletedById: tx.person.accountId,
    deletedByName: tx.person.displayName,
    deletedAt: tx.now,
    kept,
  });
}

async function keepOwn({ em }: Transaction, id: string): Promise<KeptRows> {
  return {
    organisation: await keepRows(em, Organisation, { id }),
    billing: await keepRows(em, BillingProfile, { organisationId: id }),
    settings: await keepRows(em, OrganisationSettings, { organisationId: id }),
  };
}
