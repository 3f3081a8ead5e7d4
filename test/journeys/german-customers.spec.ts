import { expect, test } from './support/journey.ts';
import { heading } from './support/pages.ts';

const IN_GERMAN = { locale: 'de-DE' };

test('in German, a customer is created and appears in the feed', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${alder.id}`, IN_GERMAN);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  await page.getByRole('main').getByRole('button', { name: 'Neu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Neuer Mandant' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Neuer Mandant unter Alder' }),
  ).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Hain');
  await page.getByRole('button', { name: 'Weiter' }).click();
  const contact = page.getByRole('group', { name: 'Kontakt' });
  await expect(contact).toBeVisible();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.getByText('Geben Sie eine E-Mail-Adresse ein.')).toBeVisible();
  await contact.getByLabel('Name').fill('Hain Buchhaltung');
  await page.getByLabel('E-Mail').fill('buchhaltung@canopy.example');
  await page.getByLabel('Straße und Hausnummer').fill('Waldweg 1');
  await page.getByLabel('Ort').fill('Berlin');
  for (const [label, option] of [
    ['Land', 'Deutschland'],
    ['Währung', 'Euro'],
  ] as const) {
    await page.getByRole('combobox', { name: label }).fill(option);
    await page.getByRole('option', { name: option }).first().click();
  }
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('button', { name: 'Hain anlegen' }).click();

  await expect(page.getByText('Hain ist angelegt')).toBeVisible();
  await expect(heading(page, 'Hain')).toBeAttached();
  await page.getByRole('link', { name: 'Aktivität' }).click();
  await expect(page.getByRole('main')).toContainText('Ann Ames hat den Mandanten Hain angelegt');
});
