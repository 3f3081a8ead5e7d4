import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { expect, test } from './support/journey.ts';

const recordsOf = (page: Page) => page.getByRole('table', { name: 'Audit log' }).getByRole('row');

test('a deed appears in the audit of a second window, with what it changed', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Birch', alder, 'PartnerReader');
  const page = await open(ben, `/organisations/${alder.id}/audit`);
  await expect(recordsOf(page).nth(1)).toBeVisible();

  const change = { displayName: 'Acme Works' };
  bodyOf(await ann.session.patch(`/organisations/${acme.id}`, change, { ifMatch: '*' }));

  const latest = recordsOf(page).nth(1);
  await expect(latest).toContainText('Changed an organisation');
  await expect(latest).toContainText('Ann Ames');
  await expect(latest).toContainText('Name: Acme → Acme Works');

  await latest.getByRole('button', { name: 'Changed an organisation' }).click();
  const panel = page.getByRole('dialog', { name: 'Changed an organisation' });
  await expect(panel.getByRole('deletion')).toHaveText('was Acme');
  await expect(panel.getByRole('insertion')).toHaveText('now Acme Works');
  await expect(panel).toContainText('127.0.0.1');
});

test('a refused attempt is seen, found by its chips, and taken along as a file', async ({
  canopy,
  open,
}) => {
  const { alder, acme } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const ben = await canopy.welcome('Ben Birch', alder, 'PartnerReader');
  const page = await open(ann, `/organisations/${alder.id}/audit`);
  await expect(recordsOf(page).nth(1)).toBeVisible();

  await ben.session.post(`/organisations/${acme.id}/suspend`);
  await expect(recordsOf(page).nth(1)).toContainText('Tried to suspend this organisation');
  await page.getByRole('button', { name: 'Outcome' }).click();
  await page.getByRole('menuitemradio', { name: 'Denied' }).click();
  await expect(recordsOf(page)).toHaveCount(2);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  const [head, ...lines] = file.trim().split('\r\n');
  expect(head).toContain('"outcome","action"');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"denied","organisation.suspend"');

  await page.getByRole('button', { name: 'Remove the filter Outcome' }).click();
  await expect(recordsOf(page).nth(1)).toContainText('Exported the audit');
});

test('the platform’s roles have an audit of everything', async ({ canopy, open }) => {
  const { acme, alder } = await canopy.settle();
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const fay = {
    name: account.displayName,
    email: account.email ?? '',
    accountId: account.id,
    session: founder,
  };
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const others = await open(ann);
  const pages = others.getByRole('navigation', { name: 'Pages' });
  await expect(pages.getByRole('link', { name: 'Home' })).toBeVisible();
  await expect(pages.getByRole('link', { name: 'Audit' })).toHaveCount(0);

  const page = await open(fay);
  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search the audit log' }).fill(acme.id);

  await expect(recordsOf(page)).toHaveCount(2);
  await expect(recordsOf(page).nth(1)).toContainText('Created an organisation');
});

test('who reads further down is told of what is new, and not moved', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  for (let count = 1; count <= 30; count += 1) {
    await canopy.create('folder', alder, `Folder ${count}`);
  }
  const ben = await canopy.welcome('Ben Birch', alder, 'PartnerReader');
  const viewport = { width: 1440, height: 600 };
  const page = await open(ben, `/organisations/${alder.id}/audit`, { viewport });
  await recordsOf(page).filter({ hasText: 'Acme' }).last().scrollIntoViewIfNeeded();

  await canopy.create('folder', alder, 'Newest');

  const show = page.getByRole('button', { name: 'Show 1 new record' });
  await expect(show).toBeVisible();
  await expect(recordsOf(page).filter({ hasText: 'Newest' })).toHaveCount(0);
  await show.click();
  await expect(recordsOf(page).nth(1)).toContainText('Newest');
});

test('[U8] somebody is erased from a record, and the deeds stay', async ({ canopy, open }) => {
  const { alder, acme } = await canopy.settle();
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const fay = {
    name: account.displayName,
    email: account.email ?? '',
    accountId: account.id,
    session: founder,
  };
  const ann = await canopy.welcome('Ann Erskine', alder, 'PartnerAdministrator');
  const change = { description: 'anvils' };
  bodyOf(await ann.session.patch(`/organisations/${acme.id}`, change, { ifMatch: '*' }));
  bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
  const page = await open(fay, `/organisations/${acme.id}/audit`);
  await expect(recordsOf(page).nth(1)).toContainText('Ann Erskine');

  await page.getByRole('button', { name: 'Changed an organisation' }).click();
  await page.getByRole('button', { name: 'Erase this person…' }).click();
  await page.getByRole('button', { name: 'Erase from every record' }).click();

  const record = recordsOf(page).filter({ hasText: 'Changed an organisation' });
  await expect(record).toContainText('erased');
  await expect(record).toContainText('Description: none → anvils');
  await expect(page.getByText('Ann Erskine')).toHaveCount(0);
});
