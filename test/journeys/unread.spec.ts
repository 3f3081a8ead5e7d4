import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { inTree, treeOf } from './support/pages.ts';

/** More than one answer of the server holds, the last of the first by the longest name there is. */
const MANY = 201;

test.setTimeout(400_000);

/**
 * Waits until a list is asked for no more: it is read again as soon as the line is up, and that read
 * would take a failure away by itself.
 */
async function atRest(page: Page, asked: (url: URL) => boolean): Promise<void> {
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  let last = Date.now();
  page.on('request', (request) => {
    if (asked(new URL(request.url()))) last = Date.now();
  });
  await expect.poll(() => Date.now() - last).toBeGreaterThan(1500);
}

test('what could not be read says so and is tried again; all of a long level shows', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const founder = await canopy.founder();
  const names = Array.from({ length: MANY - 1 }, (_, index) => `A ${String(index + 1000)}`);
  names[198] = `A 1198${'名'.repeat(114)}`;
  for (const displayName of names) {
    await founder.post('/organisations', { kind: 'folder', parentId: alder.id, displayName });
  }
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann);
  const children = (url: URL) => url.pathname.endsWith(`${alder.id}/children`);
  const again = treeOf(page).getByRole('treeitem', { name: /Try again/ });

  await test.step('a level of the tree', async () => {
    await page.route(children, (route) => route.abort());
    await inTree(page, 'Alder').press('ArrowRight');
    await expect(again).toContainText('Could not be loaded.');
    await page.unroute(children);
    await again.focus();
    await page.keyboard.press('Enter');
    await expect(again).toHaveCount(0);
    await expect(inTree(page, 'A 1000')).toHaveAttribute('aria-setsize', String(MANY));
    await inTree(page, 'Alder').focus();
    await page.keyboard.press('End');
    await expect(inTree(page, 'Acme')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(inTree(page, 'A 1199')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(treeOf(page).locator(':focus')).toHaveAccessibleName(/名{114}/);
  });

  await test.step('the next page of a table', async () => {
    await page.goto(`/organisations/${alder.id}`);
    const main = page.getByRole('main');
    await expect(main.getByText('50 of 201 organisations')).toBeVisible();
    await atRest(page, children);
    await page.route(children, (route) => route.abort());
    await main.getByRole('button', { name: 'Show more' }).click();
    await expect(main.getByRole('alert')).toContainText('could not be loaded any further');
    await page.unroute(children);
    await main.getByRole('button', { name: 'Try again' }).click();
    await expect(main.getByText('100 of 201 organisations')).toBeVisible();
  });

  await test.step('a search', async () => {
    const sought = (url: URL) => url.searchParams.get('q') === 'Acm';
    await page.route(sought, (route) => route.abort());
    await page.getByRole('searchbox', { name: 'Filter organisations' }).fill('Acm');
    await expect(treeOf(page)).toContainText('The search failed.');
    await page.unroute(sought);
    await treeOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(inTree(page, 'Acme')).toBeVisible();
  });
});
