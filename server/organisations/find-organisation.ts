import type { Organisation as View } from '../../shared/organisations/contract.ts';
import type { Work } from '../core/db/work.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/** One organisation, if the person's scope holds it. */
export function findOrganisation(work: Work, id: string): Promise<View> {
  return work.read(async (reading) => {
    const { organisation } = await requireOrganisation(reading, id, 'directory.view');
    return viewOrganisation(reading.em, organisation);
  });
}
