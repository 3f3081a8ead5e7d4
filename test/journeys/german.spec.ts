import { join } from 'node:path';
import { mailsTo } from '../support/outbox.ts';
import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

const another = 'noch ein Spaziergang im Wald';

test('in German, a mailed link leads to another password and in', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerReader');
  const page = await open(null, '/sign-in', { locale: 'de-AT' });

  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  await expect(heading(page, 'Passwort vergessen?')).toBeVisible();
  await page.getByLabel('E-Mail').fill(ann.email);
  await page.getByRole('button', { name: 'Link senden' }).click();
  await expect(heading(page, 'Es wird keine E-Mail gesendet')).toBeVisible(); // it lies in the outbox
  const written = async () => (await mailsTo(ann.email, join(canopy.dataDir, 'outbox'))).at(-1);
  await expect.poll(async () => (await written())?.text).toContain('Guten Tag Ann Ames,');
  const mail = (await written())?.text ?? '';
  expect(mail).toContain('Wählen Sie es hier; der Link funktioniert einmal');
  await page.goto(/\S+\/reset-password#\S+/.exec(mail)?.[0] ?? '');
  await page.getByLabel('Neues Passwort').fill(another);
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  await page.getByRole('link', { name: 'Zur Anmeldung' }).click();
  await page.getByLabel('E-Mail').fill(ann.email);
  await page.getByRole('textbox', { name: 'Passwort' }).fill(another);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();

  await expect(heading(page, 'Willkommen, Ann Ames')).toBeVisible();
});

test('another language is there at once, in each window of the browser', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerReader');
  const page = await open(ann, '/account', { locale: 'en-GB' });
  const window = await page.context().newPage();
  await window.goto(`/organisations/${alder.id}`);
  await expect(window.getByRole('navigation', { name: 'Views' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Language' }).fill('Deutsch');
  await page.getByRole('option', { name: 'Deutsch' }).click();

  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(window.locator('html')).toHaveAttribute('lang', 'de');
  await expect(window.getByRole('tree', { name: 'Organisationen' })).toBeVisible();
  await expect(window.getByRole('navigation', { name: 'Ansichten' })).toBeVisible();
});
