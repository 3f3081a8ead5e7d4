import type { Page } from '@playwright/test';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { Canopy } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { connection, field, heading, inTree } from './support/pages.ts';

test('without a network one keeps what one types, and then sees what was missed', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const fay = await canopy.founder();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${alder.id}/details`);
  await expectReady(page);

  await page.context().setOffline(true);
  await expect(connection(page)).toHaveText('Offline');
  await field(page, 'Description').fill('Typed on a train');
  bodyOf(await fay.patch(`/organisations/${alder.id}`, { displayName: 'Elder' }, { ifMatch: '*' }));
  await canopy.create('tenant', alder, 'Beta');
  await page.context().setOffline(false);

  await expect(connection(page)).toHaveText('Live');
  await expect(heading(page, 'Elder')).toBeAttached();
  await expect(inTree(page, 'Elder')).toBeVisible();
  await expect(field(page, 'Description')).toHaveValue('Typed on a train');
  await field(page, 'Description').blur();
  await expect.poll(() => descriptionOf(canopy, alder)).toBe('Typed on a train');
});

test('when the server is stopped and started again, no keystroke is lost and the save lands', async ({
  open,
}) => {
  await using canopy = await Canopy.start();
  const { north, alder } = await canopy.settle();
  const fay = await canopy.founder();
  const ann = await canopy.welcome('Ann Ames', north, 'DistributorAdministrator');
  const page = await open(ann, `/organisations/${alder.id}/details`);
  await expectReady(page, 'Alder');

  await field(page, 'Description').pressSequentially('Begun.');
  await canopy.stop();
  await expect(connection(page)).toHaveText('Offline');
  await field(page, 'Description').pressSequentially(' Typed while it was down,');
  await field(page, 'External ID').fill('CRM-7');
  await field(page, 'Description').focus();
  await expect(connection(page)).toHaveText('Offline, 2 edits waiting');
  await expect(field(page, 'Description')).toHaveValue('Begun. Typed while it was down,');
  await field(page, 'Description').press('End');
  await Promise.all([
    canopy.restart(),
    field(page, 'Description').pressSequentially(' and while it came back', { delay: 80 }),
  ]);

  bodyOf(await fay.patch(`/organisations/${alder.id}`, { displayName: 'Elder' }, { ifMatch: '*' }));
  await expect(connection(page)).toHaveText('Live');
  await expect(heading(page, 'Elder')).toBeAttached();
  const whole = 'Begun. Typed while it was down, and while it came back';
  await expect(field(page, 'Description')).toHaveValue(whole);
  await field(page, 'Description').press('Control+Enter');
  await expect.poll(() => descriptionOf(canopy, alder)).toBe(whole);
  await expect(field(page, 'External ID')).toHaveValue('CRM-7');
  await expect(connection(page)).toHaveText('Live');
});

async function descriptionOf(canopy: Canopy, { id }: Organisation): Promise<string> {
  const founder = await canopy.founder();
  return bodyOf(await founder.get<Organisation>(`/organisations/${id}`)).description;
}

async function expectReady(page: Page, shown = 'Acme'): Promise<void> {
  await expect(connection(page)).toHaveText('Live');
  await expect(field(page, 'Description')).toBeVisible();
  await expect(inTree(page, shown)).toBeVisible();
}
