import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { inTree } from './support/pages.ts';

test('[A9] who may not is told which check refuses it, what would lift it, and who could', async ({
  canopy,
  open,
}) => {
  const { north, alder } = await canopy.settle();
  const dana = await canopy.welcome('Dana Ito', north, 'DistributorAdministrator');
  await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const settings = `/organisations/${north.id}/settings`;
  const denial = { selfProvisioning: { 'partner.createTenant': 'deny' } };
  bodyOf(await dana.session.patch(settings, denial, { ifMatch: '*' }));
  const page = await open(dana, `/organisations/${alder.id}`);

  await expect(inTree(page, 'Alder')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Check access' }).click();
  await expect(page).toHaveURL(new RegExp(`/check-access\\?at=${alder.id}`));
  await expect(page.getByRole('combobox', { name: 'Where', exact: true })).toHaveValue('Alder');
  await page.getByRole('combobox', { name: 'Person' }).fill('Ann');
  await page.getByRole('option', { name: /Ann Ames/ }).click();
  await page.getByRole('combobox', { name: 'Action' }).fill('create a tenant');
  await page.getByRole('option', { name: 'Create a tenant here' }).click();

  await expect(page.getByText('Ann Ames may not create a tenant here.')).toBeVisible();
  const lifts = page.getByRole('list', { name: 'What would allow it' });
  await expect(lifts).toContainText('Allow it in the settings of North.');
  await expect(lifts).toContainText('Dana Ito (North)');

  const allowance = { selfProvisioning: { 'partner.createTenant': 'allow' } };
  bodyOf(await dana.session.patch(settings, allowance, { ifMatch: '*' }));
  await expect(page.getByText('Ann Ames may create a tenant here.')).toBeVisible();
});

test('another place, and somebody at home elsewhere, can be asked about', async ({
  canopy,
  open,
}) => {
  const { north, alder } = await canopy.settle();
  const birch = await canopy.create('partner', north, 'Birch');
  const dana = await canopy.welcome('Dana Ito', north, 'DistributorAdministrator');
  await canopy.welcome('Ben Bell', birch, 'PartnerAdministrator');
  const page = await open(dana, `/check-access?at=${alder.id}`);

  await page.getByRole('combobox', { name: 'Where', exact: true }).fill('Acme');
  await page.getByRole('option', { name: /^Acme/ }).first().click();
  await page.getByRole('combobox', { name: 'Home' }).fill('Birch');
  await page.getByRole('option', { name: /^Birch/ }).click();
  await page.getByRole('combobox', { name: 'Person' }).fill('Ben');
  await page.getByRole('option', { name: /Ben Bell/ }).click();
  await page.getByRole('combobox', { name: 'Action' }).fill('see the accounts');
  await page.getByRole('option', { name: 'See the accounts here' }).click();

  await expect(page.getByText('Ben Bell may not see the accounts here.')).toBeVisible();
  await expect(page.getByText('No grant reaches Acme.')).toBeVisible();
});
