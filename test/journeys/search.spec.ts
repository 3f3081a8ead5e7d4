import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

test('support finds a person by a part of the address, and what was opened last', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const noa = await canopy.welcome('Noa Nash', acme, 'TenantAdministrator');
  const page = await open(ann, `/organisations/${acme.id}`);
  await expect(heading(page, 'Acme')).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Search and do' });
  const typed = palette.getByRole('combobox');
  const options = palette.getByRole('option');
  const part = noa.email.slice(0, noa.email.indexOf('@') + 3);

  await test.step('by a fragment', async () => {
    await page.keyboard.press('Control+k');
    await typed.fill(part);
    await expect(options.filter({ hasText: 'Noa Nash' })).toContainText(noa.email);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Noa Nash' })).toBeVisible();
  });

  await test.step('people alone, deeds alone, and with a slip', async () => {
    await page.keyboard.press('Control+k');
    await typed.fill('@noa');
    await expect(options).toHaveCount(1);
    await typed.fill('>dark');
    await expect(options).toHaveCount(1);
    await typed.fill('alderr');
    await expect(options.first()).toContainText('Alder');
    await expect(options.first()).toContainText('Did you mean this?');
    await page.keyboard.press('Escape');
  });

  await test.step('a view of what is open', async () => {
    await page.goto(`/organisations/${acme.id}`);
    await expect(heading(page, 'Acme')).toBeVisible();
    await page.keyboard.press('Control+k');
    await typed.fill('>onboarding of');
    await expect(options).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/organisations/${acme.id}/onboarding`);
  });

  await test.step('and what was opened last comes before anything is typed', async () => {
    await page.keyboard.press('Control+k');
    await expect(options.first()).toContainText('Acme');
  });
});
