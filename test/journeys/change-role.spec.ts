import { expect, test } from './support/journey.ts';

test('[A12] a role becomes another one in one step, and its holder is not thrown out', async ({
  canopy,
  open,
}) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const nora = await canopy.welcome('Nora Nash', acme, 'TenantReader');
  const page = await open(ann, `/organisations/${acme.id}/access`);
  const hers = await open(nora, `/organisations/${acme.id}/accounts`);
  await expect(hers.getByRole('row').filter({ hasText: 'Ann Ames' })).toBeVisible();

  await page.getByRole('button', { name: 'Give a role…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give a role at Acme' });
  await dialog.getByRole('combobox', { name: 'Person' }).fill('Nora');
  const nobodyElse = page.getByRole('option', { name: 'Nora Nash' });
  await expect(nobodyElse).toContainText('already Tenant reader: change');
  await nobodyElse.click();
  await dialog.getByRole('button', { name: 'Change the role of Nora Nash' }).click();

  await expect(hers.getByText('You are now Tenant administrator of Acme')).toBeVisible();
  await expect(hers.getByText('You are no longer')).toHaveCount(0);
  await expect(hers.getByRole('button', { name: 'Invite…' })).toBeEnabled();
  const toast = hers.getByRole('button', { name: 'Open', exact: true });
  await expect(toast).toBeVisible();
});

test('[S5] without mail, an invitation’s link is copied instead', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const page = await open(ann, `/organisations/${acme.id}/accounts`);

  await page.getByRole('button', { name: 'Invite…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Invite to Acme' });
  await sheet.getByLabel('Name', { exact: true }).fill('Lin Link');
  await sheet.getByLabel('E-mail').fill('lin@acme.example');
  await sheet.getByRole('button', { name: 'Invite Lin Link' }).click();
  await expect(page.getByText('Mail is not set up: copy the link')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the link' }).click();

  const dialog = page.getByRole('dialog', { name: 'The invitation of Lin Link' });
  await expect(dialog.getByText(/\/invitations\/\S{40,}/)).toBeVisible();
});
