import type { Page, Route } from '@playwright/test';
import { organisationPath } from '../../client/core/paths.ts';
import type { Canopy } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { connection, heading } from './support/pages.ts';

type Open = Parameters<Parameters<typeof test>[2]>[0]['open'];

const accountsTab = /\/assets\/AccountsRoute-[^/]*\.js$/;

/** Ann has her partner before her, and what the accounts’ tab is made of is held up. */
async function annAtAlder(canopy: Canopy, open: Open, hold: (route: Route) => Promise<void>) {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, '/roles');
  await expect(connection(page)).toHaveText('Live');
  await page.route(accountsTab, hold);
  const path = organisationPath(alder.id);
  await page.goto(path);
  await expect(heading(page, 'Alder')).toBeAttached();
  return { page, path };
}

function tab(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Views of this organisation' }).getByText(name);
}

test('a tab that is still on its way is marked, and a bar says that it comes', async ({
  canopy,
  open,
}) => {
  const { promise: line, resolve: arrive } = Promise.withResolvers<undefined>();
  const { page } = await annAtAlder(canopy, open, async (route) => {
    await line;
    await route.continue();
  });

  await tab(page, 'Accounts').click();

  await expect(tab(page, 'Accounts')).toHaveAttribute('data-going');
  await expect(page.getByRole('progressbar', { name: 'Loading the page' })).toBeVisible();
  arrive(undefined);
  await expect(page.getByLabel('Search the accounts')).toBeVisible();
  await expect(tab(page, 'Accounts')).not.toHaveAttribute('data-going');
  await expect(page.getByRole('progressbar', { name: 'Loading the page' })).toHaveCount(0);
});

test('a tab that was not loaded says so without a line, and opens by itself with one', async ({
  canopy,
  open,
}) => {
  let isAhead = true;
  const { page } = await annAtAlder(
    canopy,
    open,
    (route) => (isAhead ? route.abort() : route.continue()), // not even ahead of time
  );
  await page.context().setOffline(true);
  isAhead = false;

  await tab(page, 'Accounts').click();

  const words = page.getByText('Not loaded yet: opens when the line is back');
  await expect(words).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByLabel('Search the accounts')).toBeVisible();
  await expect(words).toHaveCount(0);
});

test('a part that is missing on the server makes for one new start, then for words', async ({
  canopy,
  open,
}) => {
  const { page, path } = await annAtAlder(canopy, open, (route) => route.fulfill({ status: 404 }));
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.push(new URL(request.url()).pathname);
  });

  await tab(page, 'Accounts').click();

  await expect(heading(page, 'This page could not be loaded')).toBeAttached();
  expect(documents).toEqual([`${path}/accounts`]);
  await tab(page, 'Details').click();
  await expect(page.locator('.fields').getByLabel('Name')).toBeVisible();
});

test('what may be wanted next is loaded ahead, unless somebody saves data', async ({
  canopy,
  open,
}) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const loaded = { ahead: [] as string[], saving: [] as string[] };
  const opened = async (by: keyof typeof loaded) => {
    const page = await open(ann, `/organisations/${alder.id}`, { loadsAhead: by === 'ahead' });
    page.on('request', (request) => loaded[by].push(request.url()));
    return page;
  };
  const saving = await opened('saving');
  await opened('ahead');

  await expect.poll(() => loaded.ahead.join(' ')).toContain('AccountsRoute');

  await expect(tab(saving, 'Accounts')).toBeVisible();
  expect(loaded.saving.join(' ')).not.toContain('AccountsRoute');
});

for (const path of ['/organisations/%E0%A4%A', '/invitations/%', '/organisations/a/new/%C3']) {
  test(`${path} is an address that nothing is at`, async ({ canopy, open }) => {
    const { alder } = await canopy.settle();
    const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');

    const page = await open(ann, path);

    await expect(heading(page, 'There is no page here')).toBeAttached();
  });
}

test('what fails before a page is drawn ends in words', async ({ canopy, open }) => {
  const { alder } = await canopy.settle();
  const ann = await canopy.welcome('Ann Ames', alder, 'PartnerAdministrator');
  const page = await open(ann, '/roles');
  const problem = { type: 'about:blank', status: 500, code: 'server.fault', title: 'A fault' };
  await page.route('**/api/auth/session', (route) =>
    route.fulfill({ status: 500, json: { ...problem, detail: 'Something went wrong.' } }),
  );

  await page.goto('/');

  await expect(page.getByText('This page could not be drawn')).toBeVisible();
});
