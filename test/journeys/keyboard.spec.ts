import { expect, test } from './support/journey.ts';
import { heading, inTree } from './support/pages.ts';

test('the tree is walked by arrows and letters, and Enter opens', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  await canopy.create('tenant', alder, 'Beta');
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann);
  await inTree(page, 'Alder').focus();

  await page.keyboard.press('ArrowLeft');
  await expect(inTree(page, 'Alder')).toHaveAttribute('aria-expanded', 'false');
  await expect(inTree(page, 'Acme')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(inTree(page, 'Acme')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(inTree(page, 'Acme')).toBeFocused();
  await page.keyboard.press('b');
  await expect(inTree(page, 'Beta')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(inTree(page, 'Alder')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');

  await expect(heading(page, 'Beta')).toBeAttached();
  await expect(inTree(page, 'Beta')).toHaveAttribute('aria-selected', 'true');
});

test('Ctrl and K find an organisation, g h leads home, ? lists the keys, / filters the tree', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann);
  await expect(inTree(page, 'Alder')).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Find an organisation/ })).toBeFocused();
  await page.keyboard.type('acm');
  await expect(page.getByRole('option', { name: /^Acme/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Acme')).toBeAttached();

  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(heading(page, 'Welcome, Ann Ames')).toBeVisible();

  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toContainText('Go to Home');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  await page.keyboard.press('/');
  await page.keyboard.type('acm');
  await expect(inTree(page, 'Acme')).toBeVisible();
  await expect(inTree(page, 'Alder')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Acme')).toBeAttached();
});

test('c begins to create below, without a mouse to the end', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();
  const tess = await canopy.welcome('Tess Thorn', acme, 'TenantAdministrator');
  const page = await open(tess, `/organisations/${acme.id}`);
  await expect(heading(page, 'Acme')).toBeAttached();

  await page.keyboard.press('c');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Lab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Create Lab' })).toBeVisible();
  await page.getByRole('button', { name: 'Create Lab' }).press('Enter');

  await expect(heading(page, 'Lab')).toBeAttached();
});

test('what cannot be done is reached by Tab and says why', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  const rae = await canopy.welcome('Rae Reed', alder, 'PartnerReader');
  const page = await open(rae, `/organisations/${alder.id}/accounts`);
  const reason = 'Partner reader may not invite people here; it takes an administrator.';
  const invite = page.getByRole('button', { name: 'Invite…' });
  await expect(invite).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search the accounts' }).focus();
  const reached = invite.and(page.locator(':focus'));
  for (let presses = 0; presses < 30 && (await reached.count()) === 0; presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(invite).toBeFocused();

  await expect(invite).toHaveAttribute('aria-disabled', 'true');
  await expect(invite).toHaveAccessibleDescription(reason);
  await expect(page.getByRole('tooltip')).toContainText(reason);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
