import type { Page } from '@playwright/test';
import { Bearer } from '../support/bearer.ts';
import { expect, test } from './support/journey.ts';
import { connection } from './support/pages.ts';

const permissions = ['clipboard-read', 'clipboard-write'];

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'API tokens' }).getByRole('row').filter({ hasText: name });

async function fillIn(page: Page, name: string, role: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('radio', { name: role }).check();
  await dialog.getByRole('button', { name: 'Create token' }).click();
}

test('[T5] a token is made, copied and used, and ends for all when it is revoked', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const pat = await canopy.welcome('Pat Pine', alder, 'PartnerAdministrator');
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const page = await open(pat, `/organisations/${acme.id}/access`, { permissions });

  await page.getByRole('button', { name: 'New token…' }).click();
  await fillIn(page, 'Nightly export', 'Tenant administrator');
  await expect(page.getByRole('dialog')).toContainText('It is shown only this once.');
  await page.getByRole('button', { name: 'Copy token' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await expect(rowOf(page, 'Nightly export')).toContainText('Never used');
  expect(await page.content()).not.toContain(token);

  const program = new Bearer(canopy.url, token);
  expect((await program.get(`/organisations/${acme.id}`)).status).toBe(200);
  expect((await program.get(`/organisations/${alder.id}`)).status).toBe(404);
  await using live = await program.socket();

  const own = await open(pat, '/account');
  await expect(rowOf(own, 'Nightly export')).toContainText('just now');
  await expect(connection(own)).toHaveText('Live');
  const inside = await open(ann, `/organisations/${acme.id}/access`);
  await rowOf(inside, 'Nightly export').hover();
  await inside.getByRole('button', { name: 'Revoke Nightly export' }).click();
  await expect(inside.getByRole('alertdialog')).toContainText(
    'loses the role Tenant administrator at Acme',
  );
  await inside
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Revoke/ })
    .click();

  await expect(rowOf(inside, 'Nightly export')).toHaveCount(0);
  await expect(rowOf(own, 'Nightly export')).toHaveCount(0);
  await expect(rowOf(page, 'Nightly export')).toHaveCount(0);
  await live.until(({ isConnected }) => !isConnected);
  expect((await program.get(`/organisations/${acme.id}`)).status).toBe(401);
});

test('one’s own page makes and revokes a token for a place of one’s own', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const pat = await canopy.welcome('Pat Pine', alder, 'PartnerAdministrator');
  const page = await open(pat, '/account');
  await expect(page.getByText('You have no API tokens')).toBeVisible();

  await page.getByRole('button', { name: 'New token…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('Days until it expires').fill('400');
  await fillIn(page, 'Reports', 'Partner reader');
  await expect(page.getByText('At most 365 days.')).toBeVisible();
  await page.getByLabel('Days until it expires').fill('7');
  await page.getByRole('button', { name: 'Create token' }).click();
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await expect(rowOf(page, 'Reports')).toContainText('Alder');

  await rowOf(page, 'Reports').hover();
  await page.getByRole('button', { name: 'Revoke Reports' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Revoke/ })
    .click();
  await expect(page.getByText('You have no API tokens')).toBeVisible();
});
