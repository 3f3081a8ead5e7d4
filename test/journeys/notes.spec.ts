import { expect, test } from './support/journey.ts';
import { connection } from './support/pages.ts';

test('[O17] [O18] a note is written for some, who are told and see it at once', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const bea = await canopy.welcome('Bea Brown', alder, 'PartnerAdministrator');
  const tia = await canopy.welcome('Tia Tenant', acme, 'TenantAdministrator');
  const at = `/organisations/${acme.id}/onboarding`;
  const page = await open(ben, at);
  const colleague = await open(bea, at);
  const customer = await open(tia, at);
  const text = page.getByRole('textbox', { name: 'Write a note' });
  for (const each of [page, colleague, customer]) {
    await expect(connection(each)).toHaveText('Live');
    await expect(each.getByRole('heading', { name: 'Notes' })).toBeVisible();
  }

  await test.step('among colleagues, with a mention chosen by keyboard', async () => {
    await expect(page.getByRole('button', { name: /^For: only .*Alder/ })).toBeVisible();
    await text.fill('Their import waits for @be');
    await text.press('End');
    await text.press('ArrowLeft');
    await text.press('ArrowRight');
    await expect(page.getByRole('option', { name: /Bea Brown/ })).toBeVisible();
    await expect(page.getByRole('option', { name: /Tia/ })).toHaveCount(0);
    await text.press('Enter');
    await expect(text).toHaveValue('Their import waits for @Bea Brown ');
    await text.press('Control+Enter');

    const note = colleague.getByRole('listitem').filter({ hasText: 'Their import waits for' });
    await expect(note.getByText('@Bea Brown')).toBeVisible();
    await expect(text).toHaveValue('');
    await expect(colleague.getByRole('link', { name: 'Inbox, 1 unread' })).toBeVisible();
  });

  await test.step('for everybody, who see that one alone', async () => {
    await page.getByRole('button', { name: /^For: only/ }).click();
    await page.getByRole('menuitemradio', { name: /everybody/ }).click();
    await text.fill('Welcome. We call on Monday.');
    await page.getByRole('button', { name: 'Post the note' }).click();

    await expect(customer.getByText('Welcome. We call on Monday.')).toBeVisible();
    await expect(customer.getByText('Their import waits for')).toHaveCount(0);
  });

  await test.step('and taken back', async () => {
    const note = page.getByRole('listitem').filter({ hasText: 'Welcome.' });
    await note.getByRole('button', { name: 'Remove the note' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the note' }).click();

    await expect(customer.getByText('Welcome. We call on Monday.')).toHaveCount(0);
    await expect(customer.getByText('No notes yet')).toBeVisible();
  });
});
