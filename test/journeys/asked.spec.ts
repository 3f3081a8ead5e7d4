import type { Page } from '@playwright/test';
import { PASSWORD } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { heading, inTree } from './support/pages.ts';

const asked = { role: 'TenantAdministrator', reason: 'The import fails.', days: 3 };

test('a request reaches those inside on whatever page they are, and is answered there', async ({
  canopy,
  open,
}) => {
  const { north, alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const cara = await canopy.welcome('Cara Cole', acme, 'TenantAdministrator');
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const dora = await canopy.welcome('Dora Dale', north, 'DistributorAdministrator');
  bodyOf(
    await ann.session.put(`/organisations/${acme.id}/access`, { managementMode: 'self-managed' }),
  );
  const home = await open(ann);
  const account = await open(cara, '/account');
  await expect(heading(home, 'Welcome, Ann Ames')).toBeVisible();
  await expect(heading(account, 'Your account')).toBeAttached();
  await expect(banners(home)).toHaveCount(0);

  await test.step('it appears at once, with its reason, and is counted', async () => {
    await ask(ben.session, acme.id);

    for (const page of [home, account]) {
      await expect(banners(page)).toContainText('Ben Brook asks for access to Acme');
      await expect(banners(page)).toContainText('The import fails.');
    }
    await expect(inTree(home, 'Acme')).toHaveAccessibleName(/1 request for access/);
    await inTree(home, 'Acme').click();
    await expect(home.getByRole('link', { name: 'Access 1 waiting' })).toBeVisible();
    await expect(banners(home)).toBeVisible();
  });

  await test.step('what is answered by one goes from the page of the other', async () => {
    await banners(home).getByRole('button', { name: 'Approve' }).click();

    for (const page of [home, account]) await expect(banners(page)).toHaveCount(0);
    await expect(home.getByRole('link', { name: 'Access', exact: true })).toBeVisible();
  });

  await test.step('several stand together, a broken glass first', async () => {
    await ask(dora.session, acme.id);
    const founder = await canopy.founder();
    bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
    const glass = { reason: 'The importer burns.', hours: 1 };
    bodyOf(await founder.post(`/organisations/${acme.id}/break-glass`, glass));

    await expect(banners(account)).toContainText('Fay Founder has emergency access to Acme');
    await expect(banners(account)).toContainText('Dora Dale asks for access to Acme');
    await account.reload();
    await banners(account).getByRole('button', { name: 'End now' }).click();
    await expect(banners(account)).not.toContainText('Fay Founder');

    await banners(account).getByRole('button', { name: 'Decline…' }).click();
    await account.getByRole('alertdialog').getByRole('button', { name: 'Decline request' }).click();
    await expect(banners(account)).toHaveCount(0);
    await expect(banners(home)).toHaveCount(0);
  });
});

test('a request deep below reaches the partner that manages itself', async ({ canopy, open }) => {
  const { north, alder, acme } = await canopy.settle();
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const dora = await canopy.welcome('Dora Dale', north, 'DistributorAdministrator');
  const labs = await canopy.create('unit', acme, 'Labs');
  const page = await open(ben, '/roles');
  bodyOf(
    await ben.session.put(`/organisations/${alder.id}/access`, { managementMode: 'self-managed' }),
  );

  await ask(dora.session, labs.id);

  await expect(banners(page)).toContainText('Dora Dale asks for access to Labs');
  await banners(page).getByRole('button', { name: 'Approve' }).click();
  await expect(banners(page)).toHaveCount(0);
});

function banners(page: Page) {
  return page.getByRole('region', { name: 'Access from outside' });
}

async function ask(session: Session, organisationId: string): Promise<void> {
  bodyOf(await session.post(`/organisations/${organisationId}/access-requests`, asked));
}
