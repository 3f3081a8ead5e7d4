import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

/** How far down the page is once what was drawn last has been laid out. */
async function scrolledAfterFrames(): Promise<number> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return Math.round(scrollY);
}

test('Back brings a list back as it was left, and its address is the search', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  await Promise.all(
    Array.from({ length: 70 }, (_, number) => canopy.create('tenant', alder, `Weser ${number}`)),
  );
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${alder.id}`);
  const table = page.getByRole('table', { name: 'Customers' });
  const rows = table.locator('tbody tr');

  await test.step('how much was read, and how far down', async () => {
    await expect(rows).toHaveCount(50);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(rows).toHaveCount(71);
    await rows.nth(60).scrollIntoViewIfNeeded();
    const down = await page.evaluate(
      () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(scrollY))),
    );
    expect(down).toBeGreaterThan(1000);
    await expect
      .poll(() => page.evaluate(() => (history.state as { scroll?: number }).scroll))
      .toBe(down);
    const name = (await rows.nth(60).getByRole('link').textContent()) ?? '';
    await rows.nth(60).getByRole('link').click();
    await expect(heading(page, name)).toBeAttached();
    await page.goBack();
    await expect(rows).toHaveCount(71);
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeAttached();
    await expect.poll(() => page.evaluate(scrolledAfterFrames)).toBe(down); // the bar came late
  });

  await test.step('search and sort', async () => {
    await page.getByRole('searchbox', { name: 'Search the customers' }).fill('Acm');
    await expect(rows).toHaveCount(1);
    await table.getByRole('button', { name: 'Created' }).click();
    await expect(page).toHaveURL(/\?q=Acm&sort=createdAt$/);
    await rows.getByRole('link').click();
    await expect(heading(page, 'Acme')).toBeAttached();
    await page.goBack();
    await expect(page.getByRole('searchbox', { name: 'Search the customers' })).toHaveValue('Acm');
    await expect(rows).toHaveCount(1);
    await expect(table.getByRole('columnheader', { name: 'Created' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  await test.step('everything below, by a filter, and as a file', async () => {
    await page.goto(`/organisations/${alder.id}`);
    await page.getByRole('button', { name: 'Everything below' }).click();
    await page.getByRole('button', { name: 'Kind' }).click();
    await page.getByRole('menuitemradio', { name: 'Folder' }).click();
    await expect(page.getByText('No customer fits these filters.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(page.getByText('50 of 71 organisations')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search the customers' }).fill('Weser 12');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Currency' }).check();
    await expect(table.getByRole('columnheader', { name: 'Currency' })).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\?q=Weser\+12&within=branch&columns=name.*currency/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'As CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^customers-.*\.csv$/);
  });

  await test.step('accounts and the audit, by a link alone', async () => {
    await page.goto(`/organisations/${alder.id}/accounts?q=nobody&sort=-email`);
    await expect(page.getByRole('searchbox', { name: 'Search the accounts' })).toHaveValue(
      'nobody',
    );
    await expect(page.getByText('Nobody here is called “nobody”')).toBeVisible();

    await page.goto(`/organisations/${acme.id}/audit`);
    await page.getByRole('button', { name: 'Outcome' }).click();
    await page
      .getByRole('menuitemcheckbox', { name: 'Denied' })
      .or(page.getByRole('menuitemradio', { name: 'Denied' }))
      .or(page.getByRole('menuitem', { name: 'Denied' }))
      .click();
    await expect(page).toHaveURL(/\?outcome=denied$/);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Outcome: Denied', exact: true })).toBeVisible();
  });
});
