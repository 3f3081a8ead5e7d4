import { PASSWORD } from '../support/people.ts';
import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

test('a tab at the sign-in goes on when another tab has signed in', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const first = await open(null, `/organisations/${acme.id}/details`);
  await expect(heading(first, 'Sign in')).toBeVisible();
  await first.getByLabel('E-mail').fill('somebody@el');
  const second = await first.context().newPage();
  await second.goto('/sign-in');

  await second.getByLabel('E-mail').fill(ann.email);
  await second.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await second.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(heading(second, 'Welcome, Ann Ames')).toBeVisible();
  await expect(heading(first, 'Acme')).toBeAttached();
  expect(new URL(first.url()).pathname).toBe(`/organisations/${acme.id}/details`);
});

for (const reach of ['reached', 'out of reach'] as const) {
  test(`Back to a page from before a sign-out shows nothing of it, the server ${reach}`, async ({
    canopy,
    open,
  }) => {
    const { acme } = await canopy.settle();
    const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
    const page = await open(ann, `/organisations/${acme.id}/details`);
    await expect(heading(page, 'Acme')).toBeAttached();
    await page.goto('/healthz');
    await page.context().clearCookies();
    if (reach === 'out of reach') await page.route('**/api/**', (route) => route.abort());

    await page.goBack();

    await expect(
      page.getByText(reach === 'reached' ? 'Sign in' : 'Try again').first(),
    ).toBeVisible();
    await expect(page.getByText('Acme')).toHaveCount(0);
  });
}
