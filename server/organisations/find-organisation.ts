import type { Organisation as View } from '../../shared/organisations/contract.ts';
import { findRows } from '../core/db/find-rows.ts';
import type { Work } from '../core/db/work.ts';
import { viewOrganisations } from './organisation-view.ts';
import { Organisation } from './organisation.entity.ts';
import { requirePlace } from './require-organisation.ts';

/** One organisation, if the person's scope holds it. */
export function findOrganisation(work: Work, id: string): Promise<View> {
  return work.read(async (reading) => {
    await requirePlace(reading, id, 'directory.view');
    const [view] = await viewOrganisations(
      reading.em,
      await findRows(reading.em, Organisation, { id }),
    );
    return view as View;
  });
}
