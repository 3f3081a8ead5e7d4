import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { mailsTo } from '../support/outbox.ts';
import { PASSWORD } from '../support/people.ts';
import { addApp, codeAt } from '../support/totp.ts';
import { ageProofs, type Canopy, type Person } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { connection, heading } from './support/pages.ts';

const another = 'another walk through the forest';
const STEP = 30_000;

/** Adds an app by the code before the one of now, which so can still be used. */
async function withApp({ session }: Person) {
  return addApp(session, new Date(Date.now() - STEP));
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a second factor is shown after the password, and leads where one wanted to go', async ({
  canopy,
  open,
}) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const { secret } = await withApp(ann);
  const page = await open(null, `/organisations/${acme.id}/details`);

  await signIn(page, ann.email);
  await expect(heading(page, 'One more step')).toBeVisible();
  await page.goto('/account');
  await expect(heading(page, 'One more step')).toBeVisible();
  await page.goto(`/organisations/${acme.id}/details`);
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('This code is not right, or was used already.')).toBeVisible();
  await page.getByLabel('Code').fill(codeAt(secret, new Date()));
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(heading(page, 'Acme')).toBeAttached();
  expect(new URL(page.url()).pathname).toBe(`/organisations/${acme.id}/details`);
  await expect(connection(page)).toHaveText('Live');
});

test('another password is asked for where one is, and then one goes on', async ({
  canopy,
  open,
}) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const page = await open(ann, `/organisations/${acme.id}/accounts`);
  await expect(connection(page)).toHaveText('Live');

  await canopy.requirePasswordChange(ann);
  await expect(heading(page, 'Choose a new password')).toBeVisible();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill(another);
  await page.getByRole('button', { name: 'Change the password' }).click();

  await expect(heading(page, 'Acme')).toBeAttached();
  expect(new URL(page.url()).pathname).toBe(`/organisations/${acme.id}/accounts`);
  await expect(connection(page)).toHaveText('Live');
});

test('[S14] a rule asks for a second factor, which is set up before one goes on', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const pat = await canopy.welcome('Pat Pine', alder, 'PartnerAdministrator');
  await withApp(pat);
  const page = await open(ann, `/organisations/${acme.id}/settings`);
  const above = await open(pat, `/organisations/${alder.id}/settings`);
  await expect(connection(page)).toHaveText('Live');
  await expect(connection(above)).toHaveText('Live');

  await above.getByRole('radio', { name: 'Administrators' }).check();
  await expect(heading(page, 'Set up a second factor')).toBeVisible();
  await findsTheWayToPasskeys(await open(null, '/sign-in'), ann.email);
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  await expect(page.getByRole('img', { name: /The picture to scan/ })).toBeVisible();
  const secret = (await page.locator('code').textContent()) ?? '';
  await page.getByLabel('Code').fill(codeAt(secret.replaceAll(' ', ''), new Date()));
  await page.getByRole('button', { name: 'Add the app' }).click();
  await expect(
    page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem'),
  ).toHaveCount(10);
  await page.getByRole('button', { name: 'I have kept them: continue' }).click();

  await expect(heading(page, 'Acme')).toBeAttached();
  await expect(page.getByRole('button', { name: 'from above' }).first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Everybody' })).toBeEnabled();
  await expect(heading(above, 'Alder')).toBeAttached();
});

test('[S19] a passkey is added, and signs in by itself', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const url = canopy.url.replace('127.0.0.1', 'localhost');
  const page = await open(null, `${url}/sign-in?next=%2Faccount`);
  const authenticator = await page.context().newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  await signIn(page, ann.email);
  await page.getByRole('button', { name: 'Add a passkey…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Laptop');
  await dialog.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Laptop', { exact: true })).toBeVisible();
  await expect(connection(page)).toHaveText('Live');

  await page.getByRole('button', { name: /Ann Ames/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(heading(page, 'Welcome, Ann Ames')).toBeVisible();

  await page.goto(`${url}/account`);
  await expect(page.getByText('last used').first()).toBeVisible();
  ageProofs(canopy);
  await page.getByRole('button', { name: 'Remove Laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('You have none yet.')).toBeVisible();
});

test('[S24] a forgotten password is replaced by a mailed link', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantAdministrator');
  const page = await open(null, '/sign-in');

  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(heading(page, 'Forgot your password?')).toBeVisible();
  await page.getByLabel('E-mail').fill(ann.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(heading(page, 'No mail is sent')).toBeVisible(); // it lies in the outbox
  const link = await expect
    .poll(async () => (await linksTo(canopy, ann.email)).at(-1))
    .toBeTruthy()
    .then(async () => (await linksTo(canopy, ann.email)).at(-1) ?? '');
  await page.goto(link);
  await expect(page.getByText(`For ${ann.email}.`)).toBeVisible();
  await page.getByLabel('New password').fill(another);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await signIn(page, ann.email, another);

  await expect(heading(page, 'Welcome, Ann Ames')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(heading(page, 'This link is no longer valid')).toBeVisible();
});

async function linksTo({ dataDir }: Canopy, email: string): Promise<string[]> {
  const mails = await mailsTo(email, join(dataDir, 'outbox'));
  return mails.flatMap(({ text }) => /\S+\/reset-password#\S+/.exec(text) ?? []);
}

test('the list of one’s sessions follows what happens elsewhere', async ({ canopy, open }) => {
  const { acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantReader');
  const page = await open(ann, '/account');
  const section = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await expect(connection(page)).toHaveText('Live');

  const other = await open(null, '/sign-in');
  await signIn(other, ann.email);
  await expect(section.getByRole('listitem')).toHaveCount(2);
  await other.getByRole('button', { name: 'Ann Ames' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(section.getByRole('listitem')).toHaveCount(1);
});

test('[S20] an administrator removes a lost second factor, after a proof', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantReader');
  const pat = await canopy.welcome('Pat Pine', alder, 'PartnerAdministrator');
  await withApp(ann);
  ageProofs(canopy);
  const page = await open(pat, `/organisations/${acme.id}/accounts?columns=name,hasSecondFactor`);
  const row = page.getByRole('row', { name: /Ann Ames/ });
  await expect(row.getByRole('cell', { name: 'Yes', exact: true })).toBeAttached();

  await row.getByRole('button', { name: 'What to do with Ann Ames' }).click();
  await page.getByRole('menuitem', { name: 'Remove the second factor…' }).click();
  await page.getByRole('button', { name: 'Remove the second factor' }).click();
  const proof = page.getByRole('dialog', { name: 'Is it still you?' });
  await proof.getByLabel('Your password').fill(PASSWORD);
  await proof.getByRole('button', { name: 'Continue' }).click();

  await expect(row.getByRole('cell', { name: 'Yes', exact: true })).toHaveCount(0);
  await expect(connection(page)).toHaveText('Live');
  const hers = await open(null, '/sign-in');
  await signIn(hers, ann.email);
  await expect(heading(hers, 'Welcome, Ann Ames')).toBeVisible();
});

/** At a bare address no passkey can be made; its button says where, and covers no other. */
async function findsTheWayToPasskeys(page: Page, email: string): Promise<void> {
  await signIn(page, email);
  await page.getByRole('button', { name: 'Use a passkey' }).hover();
  const { port } = new URL(page.url());
  await expect(page.getByRole('tooltip')).toContainText(`Open http://localhost:${port} instead.`);
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  await expect(page.getByRole('img', { name: /The picture to scan/ })).toBeVisible();
}
