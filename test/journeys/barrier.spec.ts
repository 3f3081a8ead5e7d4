import type { Page } from '@playwright/test';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import type { Person } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

test('[A27] [A30] [A31] a tenant shuts its partner out, lets it in on request, and sees it go', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const outside = await open(ben, `/organisations/${acme.id}/accounts`);
  await expect(outside.getByText('Ann Ames')).toBeVisible();
  const inside = await open(ann, `/organisations/${acme.id}/details`);

  await test.step('the tenant closes while the partner looks', async () => {
    await inside.getByRole('radio', { name: 'Self-managed' }).check();
    await inside.getByRole('button', { name: 'Close Acme' }).click();

    await expect(outside.getByText('The accounts here are not open to you')).toBeVisible();
    await expect(outside.getByText('Acme manages itself. You see commercial data')).toBeVisible();
    await expect(outside.getByRole('row').filter({ hasText: 'Ann Ames' })).toHaveCount(0);
  });

  await test.step('the partner asks, and the tenant sees it at once', async () => {
    await inside.goto(`/organisations/${acme.id}/access`);
    await expect(inside.getByText('No requests yet.')).toBeVisible();
    await outside.getByRole('button', { name: 'Request access…' }).click();
    const dialog = outside.getByRole('dialog', { name: 'Request access to Acme' });
    await dialog.getByRole('button', { name: 'Request access' }).click();
    await expect(dialog.getByText('Enter a reason')).toBeVisible();
    await dialog.getByLabel('Reason').fill('The import fails since Tuesday.');
    await dialog.getByLabel('Days').fill('3');
    await dialog.getByRole('button', { name: 'Request access' }).click();

    await expect(outside.getByText('The administrators here have not answered yet.')).toBeVisible();
    const waiting = inside.getByRole('list', { name: 'Waiting for an answer' });
    await expect(waiting).toContainText('Ben Brook');
    await expect(waiting).toContainText('The import fails since Tuesday.');
  });

  await test.step('it is approved, and the inside opens', async () => {
    await inside.getByRole('main').getByRole('button', { name: 'Approve' }).click();

    await expect(outside.getByText('You are now Tenant administrator of Acme')).toBeVisible();
    await expect(outside.getByRole('row').filter({ hasText: 'Ann Ames' })).toBeVisible();
    await expect(outside.getByText('You have access here as Tenant administrator.')).toBeVisible();
    const guests = inside.getByRole('list', { name: 'Access now' });
    await expect(guests).toContainText('approved by Ann Ames');
  });

  await test.step('what the guest may not is greyed out and says why', async () => {
    await outside.getByRole('link', { name: 'Access', exact: true }).click();
    const give = outside.getByRole('button', { name: 'Give a role…' });
    await expect(give).toHaveAttribute('aria-disabled', 'true');
    await expect(give).toHaveAccessibleDescription(/Access that ends by itself/);
  });

  await test.step('what the guest did is shown', async () => {
    bodyOf(
      await ben.session.patch(
        `/organisations/${acme.id}`,
        { description: 'anvils' },
        { ifMatch: '*' },
      ),
    );
    await inside
      .getByRole('list', { name: 'Access now' })
      .getByRole('link', { name: 'What they did' })
      .click();

    await expect(inside.getByRole('main')).toContainText('changed the description of');
    await expect(inside.getByRole('listitem').filter({ hasText: 'Ann Ames' })).toHaveCount(0);
    await inside.getByRole('link', { name: 'Show everybody’s' }).click();
    await expect(inside.getByRole('main')).toContainText('approved a request for access to');
    await inside.getByRole('link', { name: 'Access', exact: true }).click();
  });

  await test.step('the tenant ends it at once', async () => {
    await inside.getByRole('button', { name: 'End…' }).click();
    await inside.getByRole('button', { name: 'End access' }).click();

    await expect(outside.getByRole('main').getByText('Ann Ames ended your access')).toBeVisible();
    await expect(outside.getByText('You do not have access to the roles here')).toBeVisible();
    await expect(inside.getByRole('list', { name: 'Earlier' })).toContainText('Ended by Ann Ames');
  });
});

test('[A37] a broken glass is shown to those inside, who end it with one click', async ({
  canopy,
  open,
}) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  await close(ann, acme);
  const fay = await administrator(canopy);
  const inside = await open(ann, `/organisations/${acme.id}`);
  const outside = await open(fay, `/organisations/${acme.id}/accounts`);

  await outside.getByRole('button', { name: 'Use emergency access…' }).click();
  const dialog = outside.getByRole('dialog', { name: 'Use emergency access to Acme?' });
  await dialog.getByLabel('Reason').fill('The importer burns.');
  await dialog.getByRole('button', { name: 'Use emergency access' }).click();

  await expect(outside.getByText('You have emergency access to Acme')).toBeVisible();
  await expect(outside.getByRole('row').filter({ hasText: 'Ann Ames' })).toBeVisible();
  const banner = inside.getByText('Pat Plat has emergency access to Acme');
  await expect(banner).toBeVisible();
  await expect(inside.getByText('“The importer burns.”')).toBeVisible();
  await inside.getByRole('link', { name: 'Billing' }).click();
  await expect(banner).toBeVisible();

  await inside.getByRole('button', { name: 'End now' }).click();

  await expect(banner).toHaveCount(0);
  await expect(outside.getByText('The accounts here are not open to you')).toBeVisible();
  await expect(outside.getByRole('main').getByText('Ann Ames ended your access')).toBeVisible();
  await expect(heading(outside, 'Acme')).toBeAttached();
});

test('who cannot ask sees why, and a refusal says it', async ({ canopy, open }) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  await close(ann, acme);
  const reader = await canopy.welcome('Rita Reed', alder, 'PartnerReader');
  const ben = await canopy.welcome('Ben Brook', alder, 'PartnerAdministrator');
  const asked = { role: 'TenantReader', reason: 'To have a look.', days: 1 };
  bodyOf(await ben.session.post(`/organisations/${acme.id}/access-requests`, asked));
  const reading = await open(reader, `/organisations/${acme.id}`);
  const outside = await open(ben, `/organisations/${acme.id}`);
  const inside = await open(ann, `/organisations/${acme.id}/access`);
  const ask = (page: Page) => page.getByRole('button', { name: 'Request access…' });

  await expect(ask(reading)).toHaveAccessibleDescription(/Partner reader may not ask for access/);
  await expect(reading.getByRole('button', { name: 'Use emergency access…' })).toHaveCount(0);
  await expect(outside.getByRole('button', { name: 'Withdraw request' })).toBeVisible();
  await inside.getByRole('main').getByRole('button', { name: 'Decline…' }).click();
  const dialog = inside.getByRole('alertdialog');
  await dialog.getByLabel('Reason').fill('Not this week.');
  await dialog.getByRole('button', { name: 'Decline request' }).click();

  await expect(outside.getByText('declined your last request: “Not this week.”')).toBeVisible();
  await expect(ask(outside)).toBeVisible();
});

async function close({ session }: Person, { id }: Organisation): Promise<void> {
  bodyOf(await session.put(`/organisations/${id}/access`, { managementMode: 'self-managed' }));
}

/** An administrator of the platform, who has just signed in. */
async function administrator(canopy: {
  founder: () => Promise<Person['session']>;
  welcome: (name: string, home: Organisation, role: 'PlatformAdministrator') => Promise<Person>;
}): Promise<Person> {
  const founder = await canopy.founder();
  bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
  const { account } = await founder.who();
  const platform = bodyOf(
    await founder.get<Organisation>(`/organisations/${account.organisationId}`),
  );
  return canopy.welcome('Pat Plat', platform, 'PlatformAdministrator');
}
