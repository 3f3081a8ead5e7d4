import type { Locator, Page } from '@playwright/test';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { connection, createBelow, field } from './support/pages.ts';

const barOf = (within: Locator | Page) => within.getByRole('progressbar').first();

test('[O1] [O9] support watches while a partner is taken on, and sees no more once it closes', async ({
  canopy,
  open,
}) => {
  const { north, alder } = await canopy.settle();
  const sue = await canopy.welcome('Sue Support', north, 'DistributorReader');
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const founder = await canopy.founder();
  const birch = await canopy.create('partner', north, 'Birch');
  bodyOf(
    await founder.patch(
      `/organisations/${birch.id}/billing`,
      { contact: { phone: '' } },
      { ifMatch: '*' },
    ),
  );
  bodyOf(
    await founder.post(`/accounts/${ben.accountId}/grants`, {
      ...{ role: 'PartnerAdministrator', organisationId: birch.id },
    }),
  );
  const support = await open(sue, '/onboardings');
  const partner = await open(ben, `/organisations/${birch.id}/onboarding`);
  const card = support.getByRole('link').filter({ hasText: 'Birch' }).last();
  await expect(card).toBeVisible();
  await expect(connection(support)).toHaveText('Live');
  await expect(barOf(card)).toHaveAttribute('aria-valuenow', '2');

  await test.step('the page leads to what is next, and the board moves when it is done', async () => {
    await expect(
      partner.getByRole('heading', { name: 'Complete the billing profile' }),
    ).toBeVisible();
    await expect(partner.getByText('The billing profile lacks a phone number.')).toBeVisible();
    await partner.getByRole('link', { name: 'Do it now' }).click();
    await field(partner, 'Phone').fill('+49 30 1234');
    await field(partner, 'Phone').press('Enter');

    await expect(barOf(card)).toHaveAttribute('aria-valuenow', '3');
    await partner.getByRole('link', { name: 'Onboarding', exact: true }).click();
    await expect(partner.getByText('3 of 7 steps done').first()).toBeVisible();
  });

  await test.step('a tenant is created, and both pages follow without a reload', async () => {
    await partner.getByRole('link', { name: 'Overview' }).click();
    await createBelow(partner, 'tenant', 'Omega');

    await expect(barOf(card)).toHaveAttribute('aria-valuenow', '4');
    await expect(support.getByRole('link').filter({ hasText: 'Omega' }).last()).toBeVisible();
  });

  await test.step('a step is waived with a reason that both sides read', async () => {
    await partner.goto(`/organisations/${birch.id}/onboarding`);
    await partner.getByRole('button', { name: 'More about Set up a second factor' }).click();
    await partner.getByRole('menuitem', { name: 'Waive…' }).click();
    const dialog = partner.getByRole('alertdialog');
    await dialog.getByLabel('Reason').fill('They sign in with their own provider.');
    await dialog.getByRole('button', { name: 'Waive the step' }).click();

    await expect(barOf(card)).toHaveAttribute('aria-valuenow', '5');
  });

  await test.step('a link leads to a board below one’s role', async () => {
    const one = await open(sue, `/onboardings?at=${birch.id}`);
    await expect(one.getByRole('link').filter({ hasText: 'Omega' }).last()).toBeVisible();
    await expect(one.getByRole('button', { name: /Birch/ })).toBeVisible();
    await expect(one.getByRole('link').filter({ hasText: 'Alder' })).toHaveCount(0);
    await one.context().close();
  });

  await test.step('it closes, and only whether it is done shows', async () => {
    bodyOf(
      await ben.session.put(`/organisations/${birch.id}/access`, {
        managementMode: 'self-managed',
      }),
    );

    await expect(card).toHaveCount(0);
    await expect(support.getByText('Self-managed: 2 in progress, 0 done')).toBeVisible();
    await support.goto(`/organisations/${birch.id}/onboarding`);
    await expect(support.getByText('Onboarding is in progress')).toBeVisible();
    await expect(support.getByRole('progressbar')).toHaveCount(0);
  });
});

test('[O7] a colleague is chosen to take care of a step, and is told at once', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const bea = await canopy.welcome('Bea Brown', alder, 'PartnerAdministrator');
  await canopy.welcome('Rob Reader', alder, 'PartnerReader');
  const watching = await open(bea, '/');
  await expect(watching.getByRole('link', { name: 'Inbox', exact: true })).toBeVisible();
  const page = await open(ben, `/organisations/${acme.id}/onboarding`);

  await page.getByRole('button', { name: 'More about Sign the contract' }).click();
  await page.getByRole('menuitem', { name: 'Choose who takes care of it…' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('combobox', { name: 'Person' }).fill('b');
  await expect(page.getByRole('option', { name: /Ben Brook/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /Rob Reader/ })).toHaveCount(0);
  await page.getByRole('option', { name: /Bea Brown/ }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('Bea Brown takes care of it')).toBeVisible();
  // sooner than the inbox would look by itself
  await expect(watching.getByRole('link', { name: 'Inbox, 1 unread' })).toBeVisible({
    timeout: 15_000,
  });
  await watching.goto('/inbox');
  await watching
    .getByRole('link', { name: /A step of the onboarding of .*Acme.* is yours/ })
    .click();
  await expect(watching).toHaveURL(new RegExp(`/organisations/${acme.id}/onboarding$`));
});

test('the focus follows a step that is done and reopened by keyboard', async ({ canopy, open }) => {
  const { alder, acme } = await canopy.settle();
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const page = await open(ben, `/organisations/${acme.id}/onboarding`);
  const more = page.getByRole('button', { name: 'More about Sign the contract' });
  const pick = async (name: string) => {
    await more.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name })).toBeVisible();
    await page.getByRole('menuitem', { name }).press('Enter');
  };

  await pick('Mark as done');
  await expect(page.getByText('2 of 6 steps done').first()).toBeVisible();
  await expect(page.locator('summary', { hasText: '2 steps done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await pick('Reopen');

  await expect(page.getByText('1 of 6 steps done').first()).toBeVisible();
  await expect(page.locator('[data-step="contract-signed"] :focus')).toBeVisible();
});
