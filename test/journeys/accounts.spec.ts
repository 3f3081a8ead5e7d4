import { PASSWORD } from '../support/people.ts';
import { Bearer } from '../support/bearer.ts';
import { bodyOf, Session } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { connection } from './support/pages.ts';

/** Wrong passwords for an account, each from another address. */
async function guess(url: string, email: string): Promise<void> {
  for (let at = 1; at <= 20; at += 1) {
    const headers = { 'x-forwarded-for': `198.51.100.${at}` };
    await new Session(url).post('/auth/sign-in', { email, password: 'wrong' }, { headers });
  }
}

test('a machine account is added, given a token, and shut out', async ({ canopy, open }) => {
  const { alder, acme } = await canopy.settle();
  const pat = await canopy.welcome('Pat Pine', alder, 'PartnerAdministrator');
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await open(pat, `/organisations/${acme.id}/accounts`, { permissions });

  await page.getByRole('button', { name: 'Invite…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Invite to Acme' });
  await sheet.getByRole('radio', { name: 'Machine' }).check();
  await expect(sheet.getByLabel('E-mail')).toHaveCount(0);
  await sheet.getByLabel('Name').fill('PlatformService');
  await sheet.getByRole('radio', { name: 'Tenant reader' }).check();
  await sheet.getByRole('button', { name: 'Add PlatformService' }).click();
  const row = page.getByRole('row', { name: /PlatformService/ });
  await expect(row).toContainText('Machine');
  await expect(row).toContainText('Active');

  await row.getByRole('link', { name: 'PlatformService' }).click();
  await expect(page.getByText('PlatformService has no API tokens')).toBeVisible();
  await page.getByRole('button', { name: 'New token…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Nightly export');
  await expect(
    dialog.getByText('PlatformService has no role here that includes it.'),
  ).toBeVisible();
  await dialog.getByRole('radio', { name: 'Tenant reader' }).check();
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await page.getByRole('button', { name: 'Copy token' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const program = new Bearer(canopy.url, await page.evaluate(() => navigator.clipboard.readText()));
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await expect(page.getByRole('row', { name: /Nightly export/ })).toBeVisible();
  expect((await program.who()).account.displayName).toBe('PlatformService');

  await page.getByRole('button', { name: 'What to do with PlatformService' }).click();
  await expect(page.getByRole('menuitem', { name: /password|second factor/ })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'Disable…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('stop working at once');
  await page.getByRole('button', { name: 'Disable PlatformService' }).click();

  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
  expect((await program.get(`/organisations/${acme.id}`)).status).toBe(401);
});

test('[S11] an account that others guess at shows as locked, and is unlocked', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const pat = await canopy.welcome('Pat Pine', alder, 'PartnerAdministrator');
  const ann = await canopy.welcome('Ann Ames', acme, 'TenantReader');
  const page = await open(pat, `/organisations/${acme.id}/accounts`);
  const row = page.getByRole('row', { name: /Ann Ames/ });
  await expect(row).toContainText('Active');
  await expect(connection(page)).toHaveText('Live');

  await guess(canopy.url, ann.email);
  await expect(row).toContainText(/Locked until \d\d:\d\d/);
  const hers = await open(null, '/sign-in');
  await hers.getByLabel('E-mail').fill(ann.email);
  await hers.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await hers.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(hers.getByText(/Too many/)).toBeVisible();
  await row.getByRole('link', { name: 'Ann Ames' }).click();
  await expect(row).toHaveCount(0); // it has a menu of the same name
  await expect(page.getByText(/Locked until/)).toBeVisible();
  await page.getByRole('button', { name: 'What to do with Ann Ames' }).click();
  await page.getByRole('menuitem', { name: 'Unlock' }).click();

  await expect(page.getByText(/Locked until/)).toHaveCount(0);
  bodyOf(
    await new Session(canopy.url).post('/auth/sign-in', { email: ann.email, password: PASSWORD }),
  );
});

test('[T12] who deletes an account says who takes its API tokens over', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const fay = await canopy.founder();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Birch', alder, 'PartnerAdministrator');
  await canopy.welcome('Cara Cole', alder, 'PartnerReader');
  const wish = { name: 'Nightly export', role: 'TenantReader', organisationId: acme.id };
  const { token } = bodyOf(
    await ann.session.post<{ token: string }>('/tokens', { ...wish, expiresInDays: 9 }),
  );
  const { account } = await fay.who();
  const founder = { name: 'Fay', email: account.email ?? '', accountId: account.id, session: fay };
  const page = await open(founder, `/organisations/${alder.id}/accounts`);
  const watching = await open(ben, '/account');
  await expect(watching.getByText('You have no API tokens')).toBeVisible();
  const row = page.getByRole('row', { name: /Ann Ames/ });
  await row.getByRole('button', { name: 'What to do with Ann Ames' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();

  const dialog = page.getByRole('alertdialog', { name: 'Delete Ann Ames?' });
  await expect(dialog).toContainText('Nightly export, Tenant reader of Acme');
  await dialog.getByRole('radio', { name: 'Somebody takes them over' }).check();
  const heir = dialog.getByLabel('Who takes them over');
  await heir.fill('Cara');
  await page.getByRole('option', { name: /Cara Cole/ }).click();
  await dialog.getByRole('button', { name: 'Delete Ann Ames' }).click();
  await expect(dialog).toContainText('Cara Cole cannot take over “Nightly export”');
  await heir.fill('Ben');
  await page.getByRole('option', { name: /Ben Birch/ }).click();
  await dialog.getByRole('button', { name: 'Delete Ann Ames' }).click();

  await expect(row).toHaveCount(0);
  expect((await new Bearer(canopy.url, token).who()).account.displayName).toBe('Ben Birch');
  await expect(watching.getByRole('row', { name: /Nightly export/ })).toBeVisible();
});
