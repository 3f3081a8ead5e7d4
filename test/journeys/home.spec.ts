import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

test('[D1] a day begins with what waits, live, and [D2] figures lead to lists of as many', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  for (const step of ['second-factor', 'mode-chosen']) {
    const path = `/organisations/${alder.id}/onboarding/steps/${step}/waive`;
    bodyOf(await ben.session.post(path, { reason: 'Nothing is to wait.' }));
  }
  const page = await open(ann);
  const needs = page.getByRole('region', { name: 'Needs you' });
  const tenants = page.getByRole('link', { name: /^Tenants/ });

  await test.step('nothing to do says so', async () => {
    await expect(heading(page, 'Welcome, Ann Ames')).toBeVisible();
    await expect(needs).toContainText('Nothing waits for you.');
    await expect(tenants).toContainText('1');
  });

  await test.step('what a colleague does shows, without a reload', async () => {
    const newcomer = { email: 'noa@acme.example', displayName: 'Noa Nash', grants: [] };
    bodyOf(await ben.session.post(`/organisations/${acme.id}/accounts`, newcomer));
    await canopy.create('tenant', alder, 'Weser');

    await expect(needs).toContainText('Noa Nash has not accepted the invitation.');
    await expect(tenants).toContainText('2');
  });

  await test.step('a figure leads to its list, and what was opened is remembered', async () => {
    await tenants.click();
    await expect(page.getByText('2 organisations', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    const recent = page.getByRole('region', { name: 'Recently opened' });
    await expect(recent.getByRole('link', { name: 'Alder' })).toBeVisible();
    await needs.getByRole('link', { name: 'Open' }).click();
    await expect(page.getByRole('heading', { name: 'Noa Nash' })).toBeVisible();
  });
});
