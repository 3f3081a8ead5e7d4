import type { Organisation } from '../../../shared/organisations/contract.ts';
import { bodyOf } from '../../support/session.ts';
import type { Canopy } from './canopy.ts';
import { expect, type test } from './journey.ts';
import { connection, inTree } from './pages.ts';

type Open = Parameters<Parameters<typeof test>[2]>[0]['open'];

/** Ann has the details of a partner before her, hers or one of her distributor's; Ben is her colleague. */
export async function annAtAlder(canopy: Canopy, open: Open, from: 'alder' | 'north' = 'alder') {
  const place = await canopy.settle();
  const { alder } = place;
  const role = from === 'alder' ? 'PartnerAdministrator' : 'DistributorAdministrator';
  const ann = await canopy.welcome('Ann Ames', place[from], role);
  const ben = await canopy.welcome('Ben Bell', place[from], role);
  const page = await open(ann, `/organisations/${alder.id}/details`);
  await expect(connection(page)).toHaveText('Live');
  await expect(inTree(page, from === 'alder' ? 'Acme' : 'Alder')).toBeVisible();
  const path = `/organisations/${alder.id}`;
  return {
    page,
    alder,
    ann,
    colleague: async (fields: object) =>
      bodyOf(await ben.session.patch(path, fields, { ifMatch: '*' })),
    stored: async () => bodyOf(await ben.session.get<Organisation>(path)),
  };
}
