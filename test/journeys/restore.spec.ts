import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { heading, inTree } from './support/pages.ts';

test('a deleted tenant is listed at its parent, live, and comes back suspended', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Bell', alder, 'PartnerAdministrator');
  const rita = await canopy.welcome('Rita Read', alder, 'PartnerReader');
  bodyOf(await ann.session.post(`/organisations/${acme.id}/suspend`));
  const page = await open(ann, `/organisations/${acme.id}`);
  const bens = await open(ben, `/organisations/${alder.id}`);
  const ritas = await open(rita, `/organisations/${acme.id}`);
  await expect(heading(ritas, 'Acme')).toBeAttached();
  await expect(inTree(bens, 'Acme')).toBeVisible();

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(page.getByText('It can be restored for 30 days.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete Acme' }).click();

  await expect(heading(page, 'Alder')).toBeAttached();
  await expect(page.getByText('It can be restored until')).toBeVisible();
  const deleted = bens.getByRole('region', { name: 'Deleted' });
  await expect(deleted).toContainText('Acme');
  await expect(deleted).toContainText('deleted by Ann Ames');
  await expect(inTree(ritas, 'Acme')).toHaveCount(0);
  await expect(heading(ritas, 'This organisation was deleted')).toBeAttached();

  await deleted.getByRole('button', { name: 'Restore Acme' }).click();

  await expect(bens.getByText('Acme is restored')).toBeVisible();
  await expect(deleted).toHaveCount(0);
  for (const each of [page, bens, ritas]) await expect(inTree(each, 'Acme')).toBeVisible();
  await inTree(page, 'Acme').click();
  for (const each of [page, ritas]) {
    await expect(heading(each, 'Acme')).toBeAttached();
    await expect(each.getByText('Acme is suspended: people here')).toBeVisible();
  }
});

test('the toast that says it is deleted takes it back at once', async ({ canopy, open }) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  bodyOf(await ann.session.post(`/organisations/${acme.id}/suspend`));
  const page = await open(ann, `/organisations/${acme.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete Acme' }).click();

  await page.getByRole('button', { name: 'Restore', exact: true }).click();

  await expect(page.getByText('Acme is restored')).toBeVisible();
  await expect(inTree(page, 'Acme')).toBeVisible();
});
