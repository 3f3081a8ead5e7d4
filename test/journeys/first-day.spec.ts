import type { Page } from '@playwright/test';
import { PASSWORD } from '../support/people.ts';
import { Canopy } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import {
  connection,
  create,
  createBelow,
  fillBilling,
  heading,
  inTree,
  proceed,
  treeOf,
} from './support/pages.ts';

test('somebody sets Canopy up, builds the first branch and invites its administrator', async ({
  browser,
}) => {
  await using canopy = await Canopy.start();
  const fay = await browser.newPage();

  await setUp(fay, await canopy.setUpLink());
  await createDistributor(fay);
  await createBelow(fay, 'partner', 'Alder');
  await createBelow(fay, 'tenant', 'Acme');
  await invite(fay);

  const { origin } = new URL(await canopy.setUpLink());
  const link = `${origin}/invitations/${await canopy.invitation('ann@alder.example')}`;
  const browserOfAnn = await browser.newContext();
  const ann = await browserOfAnn.newPage();
  await accept(ann, link);

  await expect(treeOf(ann).getByRole('treeitem')).toHaveText(['Alder', 'Acme']);
  await inTree(ann, 'Acme').click();
  await expect(heading(ann, 'Acme')).toBeAttached();
  await ann.goto(await addressOf(fay, 'North'));
  await expect(heading(ann, 'There is no such organisation')).toBeAttached();
  await expect(connection(ann)).toHaveText('Live');
  await expect(heading(ann, 'There is no such organisation')).toBeAttached();

  await ann.goto(link);
  await expect(heading(ann, 'This invitation is no longer valid')).toBeVisible();
  await ann.goto(await canopy.setUpLink());
  await expect(heading(ann, 'Canopy is set up')).toBeVisible();
  await browserOfAnn.close();
  await fay.close();
});

async function setUp(page: Page, link: string): Promise<void> {
  expect(new URL(link).hostname).toBe('localhost');
  await page.goto(link);
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.getByLabel('Your name').fill('Fay Founder');
  await page.getByLabel('E-mail').fill('fay@canopy.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the platform' }).click();
  await expect(heading(page, 'Welcome, Fay Founder')).toBeVisible();
}

async function createDistributor(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Create a distributor' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Nort');
  await proceed(page);
  await fillBilling(page, 'North');

  await page.reload();
  await expect(page.getByLabel('Street and number')).toHaveValue('1 Forest Road');
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Germany');
  await proceed(page);

  await expect(page.getByText('1 Forest Road')).toBeVisible();
  await page.getByRole('button', { name: 'Change Name' }).click();
  await page.getByLabel('Name', { exact: true }).fill('North');
  await proceed(page);
  await proceed(page);
  await create(page, 'North');
}

async function invite(page: Page): Promise<void> {
  await inTree(page, 'Alder').click();
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Invite…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Invite to Alder' });
  await sheet.getByLabel('Name', { exact: true }).fill('Ann Ames');
  await sheet.getByLabel('E-mail').fill('ann@alder.example');
  await sheet.getByRole('radio', { name: 'Partner administrator' }).check();
  await sheet.getByRole('button', { name: 'Invite Ann Ames' }).click();
  await expect(page.getByRole('row', { name: /Ann Ames.*Invited/ })).toBeVisible();
  await expect(page.getByText('Ann Ames is invited')).toBeVisible();
}

async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(heading(page, 'Join Alder')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('ann@alder.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Join Alder' }).click();
  await expect(heading(page, 'Welcome, Ann Ames')).toBeVisible();
}

async function addressOf(page: Page, name: string): Promise<string> {
  await inTree(page, name).click();
  await expect(heading(page, name)).toBeAttached();
  return page.url();
}
