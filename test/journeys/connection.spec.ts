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

test('when the server was stopped and started again, the page goes on where it was', async ({
  open,
}) => {
  await using canopy = await Canopy.start();
  const { alder } = await canopy.settle();
  const fay = await canopy.founder();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, `/organisations/${alder.id}/details`);
  await expectReady(page);

  await canopy.stop();
  await expect(connection(page)).toHaveText('Offline');
  await field(page, 'Description').fill('Typed while it was down');
  await field(page, 'Description').blur();
  await expect(page.getByText(/could not be reached/)).toBeVisible();
  await expect(field(page, 'Description')).toHaveValue('Typed while it was down');
  await canopy.restart();

  bodyOf(await fay.patch(`/organisations/${alder.id}`, { displayName: 'Elder' }, { ifMatch: '*' }));
  await expect(connection(page)).toHaveText('Live');
  await expect(heading(page, 'Elder')).toBeAttached();
  await expect(field(page, 'Description')).toHaveValue('Typed while it was down');
  await field(page, 'Description').press('Control+Enter');
  await expect.poll(() => descriptionOf(canopy, alder)).toBe('Typed while it was down');
});

async function descriptionOf(canopy: Canopy, { id }: Organisation): Promise<string> {
  const founder = await canopy.founder();
  return bodyOf(await founder.get<Organisation>(`/organisations/${id}`)).description;
}

async function expectReady(page: Page): Promise<void> {
  await expect(connection(page)).toHaveText('Live');
  await expect(field(page, 'Description')).toBeVisible();
  await expect(inTree(page, 'Acme')).toBeVisible();
}
