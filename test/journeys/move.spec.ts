import type { OrganisationSettings } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { inTree } from './support/pages.ts';

test('a move shows what it changes before it can be made, and keeps that current', async ({
  canopy,
  open,
}) => {
  const { north, alder, acme } = await canopy.settle();
  const birch = await canopy.create('partner', north, 'Birch');
  await canopy.create('unit', acme, 'Labs');
  await canopy.welcome('Ben Bell', birch, 'PartnerReader');
  await canopy.welcome('Ada Alder', alder, 'PartnerAdministrator');
  const ann = await canopy.welcome('Ann Ames', north, 'DistributorAdministrator');
  const founder = await canopy.founder();
  const page = await open(ann, `/organisations/${acme.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move Acme' });
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await dialog.getByRole('combobox', { name: 'New parent' }).fill('Birch');
  await page.getByRole('option', { name: 'Birch' }).click();

  const effects = dialog.getByRole('region', { name: 'Effects of this move' });
  await expect(effects).toContainText('Platform › North › Birch › Acme, with 1 organisation below');
  await expect(effects.getByRole('list', { name: 'Will see it' })).toHaveText(
    'Ben Bell (Partner reader at Birch)',
  );
  await expect(effects.getByRole('list', { name: 'Will no longer see it' })).toHaveText(
    'Ada Alder (Partner administrator at Alder)',
  );
  await expect(effects).toContainText('No settings change.');

  const settings = `/organisations/${birch.id}/settings`;
  const patch = { mfa: 'everybody' };
  bodyOf(await founder.patch<OrganisationSettings>(settings, patch, { ifMatch: '*' }));

  await expect(effects).toContainText(
    'Second factor required for: Nobody → Everybody, set by Birch',
  );
  await dialog.getByRole('button', { name: 'Move to Birch' }).click();
  await expect(dialog).toHaveCount(0);
  await inTree(page, 'Birch').click();
  await expect(page.getByRole('main').getByRole('link', { name: 'Acme' })).toBeVisible();
});

test('a move that the whole branch forbids says which check refuses it', async ({
  canopy,
  open,
}) => {
  const { north, alder } = await canopy.settle();
  const folder = await canopy.create('folder', alder, 'Customers');
  await canopy.create('tenant', folder, 'Beta');
  await canopy.create('folder', north, 'Loose ends');
  const ann = await canopy.welcome('Ann Ames', north, 'DistributorAdministrator');
  const page = await open(ann, `/organisations/${folder.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move Customers' });

  await dialog.getByRole('combobox', { name: 'New parent' }).fill('Loose');
  await page.getByRole('option', { name: 'Loose ends' }).click();

  await expect(dialog.getByRole('list', { name: 'What was checked' })).toContainText(
    'A tenant needs a partner above it',
  );
  await expect(dialog.getByRole('button', { name: 'Move to Loose ends' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
