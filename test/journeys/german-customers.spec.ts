import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { field, heading } from './support/pages.ts';

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
  await contact.getByLabel('Name').press('Enter');
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

test('in German, whose value a field keeps is asked in a sentence', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Bell', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${alder.id}/details`, IN_GERMAN);
  const tree = page.getByRole('tree', { name: 'Organisationen' });
  await expect(tree.getByRole('treeitem', { name: /^Acme,/ })).toBeVisible();
  await field(page, 'Beschreibung').fill('Von Ann');

  const patch = { description: 'Von Ben' };
  bodyOf(
    await ben.session.patch<Organisation>(`/organisations/${alder.id}`, patch, { ifMatch: '*' }),
  );
  await field(page, 'Beschreibung').blur();

  await expect(page.getByText('Ben Bell hat das zu „Von Ben“ geändert')).toBeVisible();
  await page.getByRole('button', { name: 'Deren Wert übernehmen' }).click();
  await expect(field(page, 'Beschreibung')).toHaveValue('Von Ben');
});

test('in German, a refusal says which check decides and who could lift it', async ({
  canopy,
  open,
}) => {
  const { north, alder } = await canopy.settle();
  const dana = await canopy.welcome('Dana Ito', north, 'DistributorAdministrator');
  await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const denial = { selfProvisioning: { 'partner.createTenant': 'deny' } };
  const settings = `/organisations/${north.id}/settings`;
  bodyOf(await dana.session.patch(settings, denial, { ifMatch: '*' }));
  const page = await open(dana, `/check-access?at=${alder.id}`, IN_GERMAN);

  await page.getByRole('combobox', { name: 'Person' }).fill('Ann');
  await page.getByRole('option', { name: /Ann Ames/ }).click();
  await page.getByRole('combobox', { name: 'Aktion' }).fill('Mandanten anlegen');
  await page.getByRole('option', { name: 'Hier einen Mandanten anlegen' }).click();

  await expect(
    page.getByText('Ann Ames darf das nicht: hier einen Mandanten anlegen.'),
  ).toBeVisible();
  const remedies = page.getByRole('list', { name: 'Was es erlauben würde' });
  await expect(remedies).toContainText('Erlauben Sie es in den Einstellungen von North.');
  await expect(remedies).toContainText('Das kann: Dana Ito (North).');
});
