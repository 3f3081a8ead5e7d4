import { expect, test } from './support/journey.ts';

test('ten customers of a whole branch are found, selected and moved by one job', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const grove = await canopy.create('folder', alder, 'Grove');
  const old = await canopy.create('folder', alder, 'Old');
  for (let number = 1; number <= 10; number += 1) {
    await canopy.create('tenant', number % 2 === 0 ? alder : old, `Weser ${number}`);
  }
  await canopy.create('unit', acme, 'Weser Labs');
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const bob = await canopy.welcome('Bob Birch', alder, 'PartnerReader');
  const page = await open(ann, `/organisations/${alder.id}`);
  const other = await open(bob, `/organisations/${grove.id}`);
  const rows = page.getByRole('table', { name: 'Customers' }).locator('tbody tr');
  const bar = page.getByRole('group', { name: 'Selected customers' });

  await test.step('by a filter over everything below, and the keyboard', async () => {
    await page.getByRole('button', { name: 'Everything below' }).click();
    await page.getByRole('searchbox', { name: 'Search the customers' }).fill('Weser');
    await expect(rows).toHaveCount(11);
    await page.getByRole('heading', { level: 2, name: 'Customers' }).click(); // out of the field
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(bar).toContainText('1 selected');
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await page.keyboard.press('.');
    await expect(page.getByRole('menuitem', { name: 'Copy the link' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a range with Shift, which a search and a sort leave selected', async () => {
    await rows.nth(0).getByRole('checkbox').click();
    await rows
      .nth(10)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('11 selected');
    await page.getByRole('button', { name: 'Created' }).click();
    await page.getByRole('searchbox', { name: 'Search the customers' }).fill('Weser 1');
    await expect(rows).toHaveCount(2);
    await expect(bar).toContainText('11 selected');
  });

  await test.step('foreseen row by row, with why one cannot', async () => {
    await bar.getByRole('button', { name: 'Move…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move 11 organisations' });
    await dialog.getByRole('combobox', { name: 'New parent' }).fill('Grove');
    await page.getByRole('option', { name: 'Grove' }).click();
    await expect(dialog).toContainText('10 of 11 can be changed.');
    await expect(dialog.getByRole('listitem')).toHaveText(/cannot be done at a unit.*Weser Labs/);
    await dialog.getByRole('button', { name: 'Move to Grove' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(bar).toHaveCount(0);
  });

  await test.step('watched by somebody else, and on every page', async () => {
    await expect(
      other.getByRole('table', { name: 'Customers' }).getByRole('link', { name: /^Weser \d+$/ }),
    ).toHaveCount(10);
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    const run = page.getByRole('region', { name: 'Changes of many records' });
    await expect(run).toContainText('10 done, 1 not.');
    await run.getByRole('button', { name: 'See which and why' }).click();
    const outcomes = page.getByRole('dialog', { name: /Move 11 organisations/ });
    await expect(outcomes.getByRole('listitem')).toHaveText(
      /Refused.*Weser Labs.*cannot be done at a unit/,
    );
    await outcomes.getByRole('link', { name: 'Weser Labs' }).click();
    await expect(page.getByRole('heading', { name: 'Weser Labs' })).toBeAttached();
  });

  await test.step('and found again among what ran beside requests', async () => {
    await page.goto('/operations');
    await expect(
      page.getByRole('row', { name: /Move 11 organisations: .* → Grove/ }),
    ).toContainText('10 of 11 done, 1 not');
  });
});
