import type {
  EditOrganisation,
  Organisation as View,
} from '../../shared/organisations/contract.ts';
import { whyNoExternalId } from '../../shared/access/external-id.ts';
import { type ExpectedVersion, mergeEdit } from '../core/changes/merge-edit.ts';
import type { Work } from '../core/db/work.ts';
import { flushUnique } from './create-organisation.ts';
import { viewOrganisation } from './organisation-view.ts';
import { organisationPublication } from './publications.ts';
import { requireAllowed, requireOrganisation } from './require-organisation.ts';

/**
 * An administrator changes the touched fields of an organisation, merged with what others changed
 * meanwhile.
 */
export function editOrganisation(
  work: Work,
  id: string,
  patch: EditOrganisation,
  expected: ExpectedVersion,
): Promise<View> {
  return work.transaction('organisation.edit', async (tx) => {
    const { organisation, place } = await requireOrganisation(tx, id, 'organisation.edit');

    const { displayName, ...columns } = await mergeEdit(
      tx,
      organisationPublication,
      organisation,
      patch,
      expected,
    );
    if ('externalId' in columns) {
      const stateRefusal = whyNoExternalId(tx.person, place);
      requireAllowed(tx, 'organisation.edit', place, { stateRefusal });
    }
    if (typeof displayName === 'string') organisation.rename(displayName);
    Object.assign(organisation, columns);

    await flushUnique(tx);
    return viewOrganisation(tx.em, organisation);
  });
}
