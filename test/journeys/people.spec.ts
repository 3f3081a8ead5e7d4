import { expect, test } from './support/journey.ts';

test('people of a whole branch are found, looked at and shut out by one job', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  await canopy.welcome('Bob Birch', acme, 'TenantReader');
  const cara = await canopy.welcome('Cara Cole', acme, 'TenantAdministrator');
  const page = await open(ann, `/organisations/${alder.id}/accounts`);
  const table = page.getByRole('table', { name: 'Accounts' });
  const rows = table.locator('tbody tr');
  const bar = page.getByRole('group', { name: 'Selected accounts' });

  await test.step('everything below, by a role, kept in the address and over Back', async () => {
    await expect(rows).toHaveCount(1);
    await page.getByRole('button', { name: 'Everything below' }).click();
    await expect(rows).toHaveCount(3);
    await expect(table.getByRole('row', { name: /Bob Birch/ })).toContainText('Acme');
    await page.getByRole('button', { name: 'Roles', exact: true }).last().click();
    await page.getByRole('menuitemradio', { name: 'Tenant reader' }).click();
    await expect(rows).toHaveCount(1);
    await expect(page).toHaveURL(/\?within=branch&roles=TenantReader$/);
    await rows.getByRole('link', { name: 'Bob Birch' }).click();
    await expect(page).not.toHaveURL(/within=/); // the list says “Last sign-in”, too
    await expect(page.getByText('Last sign-in')).toBeVisible();
    await page.goBack();
    await expect(rows).toHaveCount(1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'As CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^accounts-.*\.csv$/);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(rows).toHaveCount(3);
  });

  await test.step('saved as a view, shared, applied by a colleague, and said to differ', async () => {
    await page.getByRole('button', { name: 'State', exact: true }).first().click();
    await page.getByRole('menuitemradio', { name: 'Active' }).click();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save a view' });
    await dialog.getByLabel('Name').fill('At work');
    await dialog.getByRole('radio', { name: 'Everybody who may see this list' }).check();
    await dialog.getByRole('button', { name: 'Save the view' }).click();
    await expect(page.getByRole('button', { name: 'At work', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(page.getByRole('button', { name: 'At work, changed' })).toBeVisible();

    const dan = await canopy.welcome('Dan Dorn', alder, 'PartnerReader');
    const other = await open(dan, `/organisations/${alder.id}/accounts`);
    await other.getByRole('button', { name: 'Views' }).click();
    await other.getByRole('menuitemradio', { name: 'At work (shared)' }).click();
    await expect(other).toHaveURL(/\?status=active&within=branch$|\?within=branch&status=active$/);
    await expect(other.getByRole('table', { name: 'Accounts' }).locator('tbody tr')).toHaveCount(4);
    await expect(rows).toHaveCount(4);
  });

  await test.step('a role given by somebody else appears', async () => {
    const fay = await canopy.founder();
    const body = { role: 'TenantAdministrator', organisationId: acme.id };
    const { items } = (
      await fay.get<{ items: { id: string; displayName: string }[] }>(
        `/organisations/${acme.id}/accounts`,
      )
    ).body;
    const bob = items.find(({ displayName }) => displayName === 'Bob Birch');
    const { body: grants } = await fay.get<{ items: { id: string }[] }>(
      `/accounts/${bob?.id}/grants`,
    );
    await fay.delete(`/grants/${grants.items[0]?.id}`);
    await fay.post(`/accounts/${bob?.id}/grants`, body);
    await expect(table.getByRole('row', { name: /Bob Birch/ })).toContainText(
      'Tenant administrator',
    );
  });

  await test.step('selected by the keyboard, foreseen, and given a role', async () => {
    await page.getByRole('searchbox', { name: 'Search the accounts' }).fill('example');
    await expect(rows).toHaveCount(4);
    await table.getByRole('columnheader', { name: 'State' }).click(); // out of the field
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(bar).toContainText('2 selected');
    await bar.getByRole('button', { name: 'Give a role…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Give 2 accounts a role at Alder' });
    await dialog.getByRole('radio', { name: 'Partner reader' }).check();
    await expect(dialog).toContainText('1 of 2 can be changed.');
    await expect(dialog).toContainText('The account already holds a role at Alder.');
    await dialog.getByRole('button', { name: 'Give the role' }).click();
    await expect(table.getByRole('row', { name: /Bob Birch/ })).toContainText('Partner reader');
  });

  await test.step('and disabled', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(bar).toContainText('2 selected');
    await bar.getByRole('button', { name: 'Disable…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Disable 2 accounts?' });
    await expect(dialog).toContainText('1 of 2 can be changed.');
    await dialog.getByRole('button', { name: 'Disable 2 accounts' }).click();
    await expect(table.getByRole('row', { name: /Bob Birch/ })).toContainText('Disabled');
    await expect(table.getByRole('row', { name: /Ann Ames/ })).toContainText('Active');
    expect((await cara.session.get(`/organisations/${acme.id}`)).status).toBe(200);
  });
});
