import type { Page } from '@playwright/test';
import { annAtAlder } from './support/ann-at-alder.ts';
import { expect, test } from './support/journey.ts';
import { field, inTree } from './support/pages.ts';

async function rename(page: Page, name: string): Promise<void> {
  await field(page, 'Name').fill(name);
  await field(page, 'Name').press('Enter');
  await expect(inTree(page, name)).toBeVisible();
  await expect(page.locator('.fields').getByRole('button', { name: 'Undo' })).toBeVisible();
}

test('the key undoes the last saved edit, but not while one types', async ({ canopy, open }) => {
  const { page, stored } = await annAtAlder(canopy, open);
  await rename(page, 'Elder');

  await field(page, 'Description').pressSequentially('ab');
  await page.keyboard.press('Control+z');
  expect(await field(page, 'Description').inputValue()).not.toBe('ab');
  expect(await stored()).toMatchObject({ displayName: 'Elder' });
  await field(page, 'Description').fill('');
  await field(page, 'Description').blur();

  await page.keyboard.press('Control+z');

  await expect(inTree(page, 'Alder')).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('Alder');
  await expect.poll(stored).toMatchObject({ displayName: 'Alder' });
});

test('the key works in the field itself, once its text is saved', async ({ canopy, open }) => {
  const { page, stored } = await annAtAlder(canopy, open);
  await rename(page, 'Elder');

  await field(page, 'Name').press('Control+z');

  await expect(field(page, 'Name')).toHaveValue('Alder');
  await expect.poll(stored).toMatchObject({ displayName: 'Alder' });
});

test('the button beside “Saved” is reached by the keyboard, and undoes', async ({
  canopy,
  open,
}) => {
  const { page, stored } = await annAtAlder(canopy, open);
  await rename(page, 'Elder');

  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.fields').getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(field(page, 'Name')).toHaveValue('Alder');
  await expect.poll(stored).toMatchObject({ displayName: 'Alder' });
});

test('from elsewhere the palette names what it would undo, and a toast says that it is done', async ({
  canopy,
  open,
}) => {
  const { page, stored } = await annAtAlder(canopy, open, 'north');
  await field(page, 'External ID').fill('CRM-7');
  await field(page, 'External ID').blur();
  await expect.poll(stored).toMatchObject({ externalId: 'CRM-7' });
  await page
    .getByRole('tab', { name: 'Overview' })
    .or(page.getByRole('link', { name: 'Overview' }))
    .first()
    .click();
  await expect(field(page, 'External ID')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Undo: the external id of Alder' }).click();

  await expect(page.getByText('Undone: the external id of Alder is “nothing” again')).toBeVisible();
  expect(await stored()).toMatchObject({ externalId: null });
});

test('is refused where a colleague changed the field since, and says so', async ({
  canopy,
  open,
}) => {
  const { page, colleague, stored } = await annAtAlder(canopy, open);
  await rename(page, 'Elder');
  await colleague({ displayName: 'Of Ben' });
  await expect(inTree(page, 'Of Ben')).toBeVisible();

  await page.keyboard.press('Control+z');

  await expect(
    page.getByText('Not undone: Ben Bell changed the name to “Of Ben” since.'),
  ).toBeVisible();
  await expect(inTree(page, 'Of Ben')).toBeVisible();
  expect(await stored()).toMatchObject({ displayName: 'Of Ben' });
});
