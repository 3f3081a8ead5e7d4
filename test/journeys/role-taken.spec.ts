import type { Page } from '@playwright/test';
import type { Grant } from '../../shared/access/contract.ts';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';
import { field, heading, inTree, treeOf } from './support/pages.ts';

test('[A1] a role that is given opens its branch at once, and taken closes it at once', async ({
  canopy,
  open,
}) => {
  const { north, alder, acme } = await canopy.settle();
  const dan = await canopy.welcome('Dan Dorn', north, 'DistributorAdministrator');
  const ann = await canopy.welcome('Ann Ames', alder);
  const administrator = await open(dan, `/organisations/${alder.id}/access`);
  const page = await open(ann);
  await expect(page.getByText('You hold no role yet')).toBeVisible();
  await expect(treeOf(page).getByRole('treeitem')).toHaveCount(0);

  await giveRole(administrator, 'Ann Ames');

  await expect(page.getByText('You are now Partner administrator of Alder')).toBeVisible();
  await expect(inTree(page, 'Alder')).toBeVisible();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(heading(page, 'Alder')).toBeAttached();

  await page.goto(`/organisations/${acme.id}/details`);
  await field(page, 'Description').fill('Half a sentence');
  await takeRole(administrator, 'Ann Ames');

  await expect(heading(page, 'You can no longer see this')).toBeAttached();
  const sentence = 'Dan Dorn took away your role: Partner administrator of Alder.';
  await expect(page.getByRole('main')).toContainText(sentence);
  await expect(page.getByText('You are no longer Partner administrator of Alder')).toBeVisible();
  await expect(treeOf(page).getByRole('treeitem')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveCount(0);
});

test('nothing of it reaches the page of another partner’s administrator', async ({
  canopy,
  open,
}) => {
  const { north, alder } = await canopy.settle();
  const birch = await canopy.create('partner', north, 'Birch');
  const fay = await canopy.founder();
  const ann = await canopy.welcome('Ann Ames', alder);
  const bea = await canopy.welcome('Bea Brown', birch, 'PartnerAdministrator');

  const page = await open(bea, 'about:blank');
  const received = recordWire(page);
  await page.goto(`/organisations/${birch.id}`);
  await expect(inTree(page, 'Birch')).toBeVisible();

  const at = `/organisations/${alder.id}`;
  const given = { organisationId: alder.id, role: 'PartnerAdministrator' };
  const grant = bodyOf(await fay.post<Grant>(`/accounts/${ann.accountId}/grants`, given));
  bodyOf(await fay.patch(at, { displayName: 'Alder Secret' }, { ifMatch: '*' }));
  bodyOf(await fay.delete(`/grants/${grant.id}`));
  // What comes last is seen, so what came before it was seen or never sent.
  bodyOf(
    await fay.patch(`/organisations/${birch.id}`, { displayName: 'Birch 2' }, { ifMatch: '*' }),
  );
  await expect(heading(page, 'Birch 2')).toBeAttached();

  expect(received()).toContain('Birch 2');
  for (const secret of [alder.id, 'Alder', ann.accountId, 'Ann Ames']) {
    expect(received()).not.toContain(secret);
  }
});

async function giveRole(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Give a role…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give a role at Alder' });
  await dialog.getByRole('combobox', { name: 'Person' }).fill(name);
  await dialog.getByRole('option', { name }).click();
  await dialog.getByRole('radio', { name: 'Partner administrator' }).check();
  await dialog.getByRole('button', { name: `Give ${name} the role` }).click();
}

async function takeRole(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Remove the role from ${name}` }).click();
  await page.getByRole('button', { name: `Remove it from ${name}` }).click();
}

/** Everything that a page is sent from now on: over its sockets, and as answers of the API. */
function recordWire(page: Page): () => string {
  const received: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
  });
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return;
    void response.text().then(
      (text) => received.push(text),
      () => undefined,
    );
  });
  return () => received.join('\n');
}
