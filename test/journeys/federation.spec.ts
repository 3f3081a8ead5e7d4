import type { Page } from '@playwright/test';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { IdentityProvider } from '../support/identity-provider.ts';
import { ageProofs } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

/** Signs in, and agrees, on the provider's own pages. */
async function signInThere(page: Page, login: string): Promise<void> {
  const name = page.getByPlaceholder('Enter any login');
  const agree = page.getByRole('button', { name: 'Continue' });
  await expect(name.or(agree)).toBeVisible();
  if (await name.isVisible()) {
    await name.fill(login);
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
  }
  await agree.click();
}

test('a provider is connected and tested, a sign-in linked, used and unlinked', async ({
  canopy,
  open,
}) => {
  test.slow(); // five browsers go to another server and back
  await using provider = await IdentityProvider.start();
  const { acme } = await canopy.settle();
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const fay = { name: 'Fay', email: account.email ?? '', accountId: account.id, session: founder };
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');

  await test.step('the platform connects it, and sees each check of a test', async () => {
    const page = await open(fay, `/organisations/${account.organisationId}/settings`);
    await page.getByRole('link', { name: 'Identity providers…' }).click();
    await page.getByRole('button', { name: 'Connect a provider…' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: 'Another' }).check();
    await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('Example');
    await sheet.getByLabel('Issuer').fill(provider.issuer);
    await sheet.getByLabel('Client ID').fill(provider.connection.clientId);
    await sheet.getByLabel('Client secret').fill(provider.connection.clientSecret);
    await sheet.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Example' })).toBeVisible();
    await expect(page.getByText(/•••••• set on/)).toBeVisible();

    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Test sign-in with Example' }).click();
    const tab = await opened;
    await signInThere(tab, 'fay');
    await expect(tab.getByRole('heading', { name: 'Sign-in' })).toBeVisible();
    await expect(
      page.getByText('Signature. A key of the provider signed the token.'),
    ).toBeVisible();
    await expect(page.getByText('E-mail. The address fay@provider.example is shown')).toBeVisible();
    await page.getByRole('button', { name: 'Turn on Example' }).click();
    await expect(page.getByText('On', { exact: true })).toBeVisible();
  });

  const page = await open(ann, '/account');

  await test.step('a person connects their sign-in', async () => {
    await page.getByRole('button', { name: 'Connect Example' }).click();
    await signInThere(page, 'ann');
    await expect(page.getByRole('heading', { name: 'Connected sign-ins' })).toBeVisible();
    await expect(page.getByText('ann@provider.example')).toBeVisible();
  });

  await test.step('and comes in by it, to where they wanted to go', async () => {
    const other = await open(null, `/organisations/${acme.id}/details`);
    await other.getByRole('button', { name: 'Continue with Example' }).click();
    await signInThere(other, 'ann');
    await expect(heading(other, 'Acme')).toBeAttached();
    expect(new URL(other.url()).pathname).toBe(`/organisations/${acme.id}/details`);
  });

  await test.step('somebody whom nobody knows is told what to do', async () => {
    const other = await open(null, '/sign-in');
    await other.getByRole('button', { name: 'Continue with Example' }).click();
    await signInThere(other, 'somebody');
    await expect(other.getByText('No account is connected with this sign-in')).toBeVisible();
  });

  await test.step('disconnecting it closes the way', async () => {
    await page.getByRole('button', { name: 'Disconnect Example' }).click();
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(page.getByText('No sign-in is connected yet.')).toBeVisible();
    const other = await open(null, '/sign-in');
    await other.getByRole('button', { name: 'Continue with Example' }).click();
    await signInThere(other, 'ann');
    await expect(other.getByText('No account is connected with this sign-in')).toBeVisible();
  });

  await test.step('switching the provider off takes it from the sign-in page', async () => {
    const admin = await open(fay, `/organisations/${account.organisationId}/settings/sign-in`);
    await admin.getByRole('button', { name: 'Turn off Example' }).click();
    const dialog = admin.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Turn off Example' }).click();
    await expect(admin.getByText('Off', { exact: true })).toBeVisible();
    const other = await open(null, '/sign-in');
    await expect(other.getByLabel('E-mail')).toBeVisible();
    await expect(other.getByRole('button', { name: 'Continue with Example' })).toBeHidden();
  });
});

test('[F12] who has no password shows who they are by the provider', async ({ canopy, open }) => {
  await using provider = await IdentityProvider.start();
  const { acme } = await canopy.settle();
  const founder = await canopy.founder();
  bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
  const connection = { ...provider.connection, label: 'Provider only' };
  bodyOf(await founder.post('/federation/providers', connection));
  await canopy.invite('Pia Page', 'pia@canopy.example', acme, 'TenantAdministrator');
  const token = await canopy.invitation('pia@canopy.example');
  const page = await open(null, `/invitations/${token}`);
  await page.getByRole('button', { name: 'Join with Provider only' }).click();
  await signInThere(page, 'pia');
  await expect(page.getByRole('heading', { name: 'Welcome, Pia Page' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('You have none: you sign in by a provider.')).toBeVisible();

  ageProofs(canopy);
  await page.getByRole('button', { name: 'Add an app…' }).click();
  const proof = page.getByRole('dialog', { name: 'Is it still you?' });
  await expect(proof.getByRole('button', { name: 'Confirm with Provider only' })).toBeVisible();
  await expect(proof.getByLabel(/password/i)).toHaveCount(0);
  await expect(proof.getByRole('button', { name: 'Continue', exact: true })).toHaveCount(0);
  await proof.getByRole('button', { name: 'Confirm with Provider only' }).click();
  await signInThere(page, 'pia');

  await expect(page.getByRole('heading', { name: 'Connected sign-ins' })).toBeVisible();
});
