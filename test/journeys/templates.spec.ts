import type { Locator, Page } from '@playwright/test';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { connection } from './support/pages.ts';

/** A step by the number and the title that it has while it is shut, too. */
const stepOf = (page: Page, title: string): Locator =>
  page
    .getByRole('list', { name: 'Steps' })
    .getByRole('listitem')
    .filter({ has: page.getByText(new RegExp(`^\\d+\\. ${title}$`)) });

test('[O4] [O14] [O16] two administrators edit a template, publish it and move onboardings over', async ({
  canopy,
  open,
}) => {
  const { north } = await canopy.settle();
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const path = `/organisations/${account.organisationId}`;
  const platform = bodyOf(await founder.get<Organisation>(path));
  const ann = await canopy.welcome('Ann Archer', platform, 'PlatformAdministrator');
  const ben = await canopy.welcome('Ben Brook', platform, 'PlatformAdministrator');
  const old = await canopy.create('partner', north, 'Oldham');
  bodyOf(await founder.post(`/organisations/${old.id}/onboarding/steps/contract-signed/complete`));
  const one = await open(ann, '/');
  await one.getByRole('link', { name: 'Onboarding templates' }).click();
  const other = await open(ben, '/onboarding-templates?kind=partner');
  await expect(connection(other)).toHaveText('Live');

  await test.step('one begins a draft, and the other sees it and what becomes of it', async () => {
    await one.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(other.getByRole('heading', { name: 'Draft of the next version' })).toBeVisible();
    await stepOf(one, 'Sign the contract').locator('summary').click();
    await one.getByLabel('Title').fill('Sign the frame contract');
    await one.getByLabel('Title').press('Enter');

    await expect(stepOf(other, 'Sign the frame contract')).toBeVisible();
  });

  await test.step('what both change of one step is kept, and of one field told', async () => {
    await stepOf(other, 'Sign the frame contract').locator('summary').click();
    await other.getByLabel('Why').fill('It is the law.');
    await one.getByLabel('Title').fill('Sign both contracts');
    await one.getByLabel('Title').press('Enter');
    await expect(stepOf(other, 'Sign both contracts')).toBeVisible();
    await other.getByLabel('Why').press('Control+Enter');
    await expect(one.getByLabel('Why')).toHaveValue('It is the law.');
  });

  await test.step('a step is added, and says what it lacks', async () => {
    await one.getByLabel('A new step').fill('Name a contact for emergencies');
    await one.getByRole('button', { name: 'Add the step' }).click();
    const publish = one.getByRole('button', { name: 'Publish…' });
    await expect(one.getByText('Say why it is to be done.')).toBeVisible();
    await expect(publish).toHaveAttribute('aria-disabled', 'true');
    await one.getByLabel('Why').fill('Somebody has to answer at night.');
    await one.getByLabel('Why').press('Control+Enter');
    await expect(publish).not.toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('it moves up by the keyboard, and a circle is named', async () => {
    const step = stepOf(one, 'Name a contact for emergencies');
    await step.locator('summary').focus();
    await one.keyboard.press('Alt+ArrowUp');
    await expect(step.locator('summary')).toContainText('7.');
    await expect(step.locator('summary')).toBeFocused();
    await step.getByRole('checkbox', { name: 'Create the first tenant' }).check();
    await stepOf(one, 'Create the first tenant').locator('summary').click();
    await one.getByRole('checkbox', { name: 'Name a contact for emergencies' }).check();
    await expect(one.getByText(/wait for one another in a circle/)).toBeVisible();
    await one.getByRole('checkbox', { name: 'Name a contact for emergencies' }).uncheck();
    await expect(one.getByText(/wait for one another in a circle/)).toHaveCount(0);
  });

  await test.step('it is published, and offers to move over', async () => {
    await one.getByRole('button', { name: 'Publish…' }).click();
    const dialog = one.getByRole('alertdialog');
    await expect(dialog.getByText('Name a contact for emergencies')).toBeVisible();
    await dialog.getByRole('button', { name: 'Publish version 2' }).click();
    await expect(other.getByRole('heading', { name: 'Version 2' })).toBeVisible();

    const moving = one.getByRole('dialog', { name: /Move onboardings over/ });
    await expect(moving.getByText(/Gains: .*Name a contact for emergencies/).first()).toBeVisible();
    const fresh = await canopy.create('partner', north, 'Newton');
    const at = `/organisations/${fresh.id}/onboarding`;
    expect(bodyOf(await founder.get<{ total: number }>(at)).total).toBe(8);
    expect(
      bodyOf(await founder.get<{ total: number }>(`/organisations/${old.id}/onboarding`)).total,
    ).toBe(7);
    await moving.getByRole('button', { name: /^Move \d+ onboardings? over$/ }).click();
    await expect(one.getByText(/on older ones?$/)).toHaveCount(0);
  });

  await test.step('the old one has the new step, and what was done', async () => {
    await one.goto(`/organisations/${old.id}/onboarding`);
    await expect(one.getByText('2 of 8 steps done').first()).toBeVisible();
    await expect(one.getByText('Name a contact for emergencies').first()).toBeVisible();
  });
});
