import { expect, type Locator, type Page } from '@playwright/test';

/** The tree at the left. */
export function treeOf(page: Page): Locator {
  return page.getByRole('tree', { name: 'Organisations' });
}

/** An organisation in the tree, whatever its kind. */
export function inTree(page: Page, name: string): Locator {
  return treeOf(page).getByRole('treeitem', { name: new RegExp(`^${name},`) });
}

export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** A field where a record is read and edited; not the name in the page's head. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('main').locator('.fields').getByLabel(label);
}

/** The line at the top that says whether the page is current. */
export function connection(page: Page): Locator {
  return page.getByRole('banner').getByRole('status');
}

/** Goes through the wizard for an organisation below the one that is shown, up to its page. */
export async function createBelow(page: Page, kind: string, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'New' }).click();
  await page.getByRole('menuitem', { name: `New ${kind}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `New ${kind} below` })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await proceed(page);
  await fillBilling(page, name);
  await proceed(page);
  await create(page, name);
}

/** On to the next step of the wizard. */
export async function proceed(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The last step of the wizard. */
export async function create(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Create ${name}` }).click();
  await expect(heading(page, name)).toBeAttached();
  await expect(inTree(page, name)).toBeVisible();
}

/** The billing step of the wizard, with what it needs. */
export async function fillBilling(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: 'Contact' }).getByLabel('Name').fill(`${name} accounts`);
  await page.getByLabel('E-mail').fill('accounts@canopy.example');
  await page.getByLabel('Street and number').fill('1 Forest Road');
  await page.getByLabel('City').fill('Berlin');
  await choose(page, 'Country', 'Germany');
  await choose(page, 'Currency', 'Euro');
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(option);
  await page.getByRole('option', { name: option }).first().click();
}
