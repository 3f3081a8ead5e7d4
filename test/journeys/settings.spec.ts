import type { Locator, Page } from '@playwright/test';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';

function row(page: Page, name: string): Locator {
  return page.getByRole('group', { name });
}

test('two people change different switches at once, the same one in turn', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Bell', alder, 'PartnerAdministrator');
  const path = `/organisations/${alder.id}/settings`;
  const [anns, bens] = await Promise.all([open(ann, path), open(ben, path)]);
  const [units, people] = ['Tenants create units', 'Tenants invite people'] as const;
  await expect(row(anns, units).getByText('Allowed')).toBeVisible();
  await anns.context().setOffline(true);

  await row(bens, units).getByText('Deny', { exact: true }).click();
  await expect(row(bens, units).getByText('Denied')).toBeVisible();
  await row(anns, people).getByText('Deny', { exact: true }).click();
  await row(anns, units).getByText('Allow', { exact: true }).click();
  await anns.context().setOffline(false);

  await expect(row(anns, people).getByText('Denied')).toBeVisible();
  await expect(row(bens, people).getByRole('radio', { name: 'Deny' })).toBeChecked();
  await expect(row(anns, units).getByText('Ben Bell changed this to “Deny”')).toBeVisible();
  await expect(row(anns, people).getByText('changed this')).toHaveCount(0);
  await row(anns, units).getByRole('button', { name: 'keep mine' }).click();
  await expect(row(bens, units).getByRole('radio', { name: 'Allow' })).toBeChecked();
});

test('a value in effect opens the chain: who decides it, and what held without', async ({
  canopy,
  open,
}) => {
  const { north, alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', north, 'DistributorAdministrator');
  const page = await open(ann, `/organisations/${alder.id}/settings`);
  const units = row(page, 'Tenants create units');
  await expect(units.getByText('Allowed')).toBeVisible();
  const patch = { selfProvisioning: { 'tenant.createUnit': 'deny' } };
  const path = `/organisations/${north.id}/settings`;
  bodyOf(await (await canopy.founder()).patch(path, patch, { ifMatch: '*' }));

  await units.getByRole('button', { name: 'from North' }).click();

  const chain = page.getByRole('dialog', { name: 'Who decides: Tenants create units' });
  await expect(chain).toContainText('North Denied · decides');
  await expect(chain).toContainText('The levels above Allowed');
  await expect(chain).toContainText('Alder as above');
  await expect(chain).toContainText('Without North: Allowed, from above.');
  await page.keyboard.press('Escape');
  const factors = page.getByRole('region', { name: 'Second factor' });
  await expect(factors).toContainText('Nobody by default');
  await page.getByRole('radio', { name: 'Everybody' }).check();
  await expect(factors).toContainText('Everybody set here');
});
