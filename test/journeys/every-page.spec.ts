import type { Page } from '@playwright/test';
import { isOfVisitors, type PageAddress, pages } from '../../shared/core/pages.ts';
import { pseudo } from '../../shared/core/words/pseudo.ts';
import { mentionOf } from '../../shared/onboarding/mentions.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { Canopy, type Person } from './support/canopy.ts';
import { expect, test } from './support/journey.ts';
import { literalsOn } from './support/literals.ts';
import { desk, expectGoodLooks } from './support/looks.ts';
import { connection } from './support/pages.ts';
import { sidewaysFaults } from './support/sideways.ts';

/*
 * Each page is loaded once, in the language whose texts are longest and with names as long as names
 * get, and then everything is looked at that can be wrong with a page by itself.
 */

const widths = [1440, 2560, 1280, 1024, 820, 720, 390, 320];
/** Where what is only for a telephone shows, and what is not. */
const readAt = [1440, 390];
/** What has rows for everybody here. */
const tabled = /\/(?:audit|accounts|access)$/;
const SPEAKING = JSON.stringify({ language: 'en-XA', timeZone: null, formats: null });
const LIVE = pseudo('Live') as string;
const LOADING = pseudo('Loading') as string;
const LONG = 'Ketteler & Voss Maschinenbau und Fördertechnik Beteiligungsgesellschaft';
const DEEP = 'Bereich für Instandhaltung und';
const PERSON = 'Maximiliane Freifrau von Hohenstein-Wittgenstein';
const TOKEN = `Export of ${LONG}`.slice(0, 60);

/** Names of people, organisations and things, and the product's, which are the same in every language. */
const NAMES = [
  ...[TOKEN, `${LONG}(?: Nord| Süd)?(?: accounts)?`, `${DEEP} (?:folder|tenant|unit)`],
  ...[`${PERSON} II\\.`, PERSON],
  'Fay Founder',
  'Platform',
  'Canopy',
  'Forest Road',
  'Germany',
  'node', // the browser of sessions that are made here
  // providers that other journeys left, with what they ask for
  ...['Provider only', 'Example', 'canopy', 'openid email profile', 'openid email'],
];

type Open = Parameters<Parameters<typeof test>[2]>[0]['open'];
type Check = (page: Page) => Promise<void>;

const addresses = pages.filter((address) => !isOfVisitors(address));
const ofOrganisation = addresses.filter((address) => address.startsWith('/organisations/'));
const ofNone = addresses.filter((address) => !ofOrganisation.includes(address));

test.describe.configure({ mode: 'parallel' });

test('the pages of no one organisation', async ({ canopy, open }) => {
  const { ann } = await settle(canopy);
  const page = await openSpeaking(open, ann);

  for (const path of [...ofNone, '/nowhere']) {
    await visit(page, path, [hasMessagesAlone, fits, expectGoodLooks]);
  }
});

test('the pages of an organisation', async ({ canopy, open }) => {
  const { alder, ann } = await settle(canopy);
  const page = await openSpeaking(open, ann);

  for (const address of ofOrganisation) {
    await visit(page, pathTo(address, alder, ann), [hasMessagesAlone, fits, expectGoodLooks]);
  }
});

test('the pages of what is deep down, or has but rows to show', async ({ canopy, open }) => {
  const { acme, deepest, ann } = await settle(canopy);
  const page = await openSpeaking(open, ann);

  for (const path of [
    ...ofOrganisation.map((address) => pathTo(address, acme, ann)).filter(isTabled),
    `/organisations/${deepest.id}`,
    `/organisations/${deepest.id}/details`,
    `/organisations/${deepest.id}/new/unit`,
  ]) {
    await visit(page, path, [hasMessagesAlone, fits]);
  }
});

test('the pages of the platform', async ({ open }) => {
  await using canopy = await Canopy.start(); // in which nobody else left names
  await settle(canopy);
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const fay = { name: 'Fay', email: account.email ?? '', accountId: account.id, session: founder };
  const page = await openSpeaking(open, fay);
  const platform = { id: account.organisationId };

  for (const path of [
    ...['/audit', '/inbox', '/onboarding-templates', '/operations'],
    ...ofOrganisation.map((each) => pathTo(each, platform, fay)),
  ]) {
    await visit(page, path, [hasMessagesAlone, fits]);
  }
});

test('the pages of whoever is not signed in', async ({ canopy, open }) => {
  await canopy.founder(); // before there is one, every page leads to setting up
  const page = await openSpeaking(open, null);

  for (const path of ['/sign-in', '/forgot-password', '/reset-password#unknown']) {
    await visit(page, path, [hasMessagesAlone, fits], false);
  }
});

/** A branch of the longest names and the deepest levels, with something in every list. */
async function settle(canopy: Canopy) {
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const north = await canopy.create('distributor', account.organisationId, `${LONG} Nord`);
  const alder = await canopy.create('partner', north, `${LONG} Süd`);
  const acme = await canopy.create('tenant', alder, LONG);
  let deepest: Organisation = alder;
  for (const kind of [...fill('folder', 7), ...fill('tenant', 1), ...fill('unit', 5)]) {
    deepest = await canopy.create(kind, deepest, `${DEEP} ${kind}`);
  }
  const ann = await canopy.welcome(PERSON, alder, 'PartnerAdministrator');
  await canopy.welcome(`${PERSON} II.`, acme, 'TenantAdministrator');
  const email = `${'maximiliane.'.repeat(4)}hohenstein@${acme.id}.example`;
  await canopy.invite(PERSON, email, acme);
  const token = { name: TOKEN, role: 'PartnerReader', organisationId: alder.id };
  bodyOf(await ann.session.post('/tokens', { ...token, expiresInDays: 30 }));
  for (const visibility of ['ours', 'all']) {
    const note = { text: `${PERSON} ${mentionOf(ann.accountId)}`, visibility };
    bodyOf(await ann.session.post(`/organisations/${alder.id}/onboarding/notes`, note));
  }
  await ann.session.get(`/organisations/${north.id}`); // refused, and on record as that
  return { alder, acme, deepest, ann };
}

function fill<K extends string>(kind: K, times: number): K[] {
  return Array.from({ length: times }, () => kind);
}

/** A browser of the pseudo-language, in which no page was drawn yet. */
async function openSpeaking(open: Open, who: Person | null): Promise<Page> {
  const page = await open(who, '/favicon.svg', { viewport: desk });
  await page.evaluate((speaking) => {
    localStorage.setItem('canopy:speaking', speaking);
  }, SPEAKING);
  return page;
}

function isTabled(path: string): boolean {
  return tabled.test(path);
}

/** Where a page is, at an organisation. */
function pathTo(address: PageAddress, { id }: { id: string }, { accountId }: Person): string {
  return address
    .replace(/:id|:parentId/, id)
    .replace(':accountId', accountId)
    .replace(':kind', 'tenant');
}

/** The page is loaded, and checked once nothing is missing from it. */
async function visit(page: Page, path: string, checks: Check[], isSignedIn = true): Promise<void> {
  await test.step(path, async () => {
    await page.setViewportSize(desk);
    await page.goto(path);
    if (isSignedIn) await expect(connection(page)).toHaveText(LIVE);
    else await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(page.getByText(LOADING, { exact: true })).toHaveCount(0);
    if (isTabled(path)) await expect(page.locator('main tbody tr').first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(path.split('#')[0]);
    for (const check of checks) await check(page);
  });
}

/** Nothing runs off it sideways, on any screen. */
async function fits(page: Page): Promise<void> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await sidewaysFaults(page)).map((fault) => `${String(width)}: ${fault}`));
  }
  expect.soft(faults, page.url()).toEqual([]);
}

/** All that is read is a message, which the pseudo-language shows by its accents. */
async function hasMessagesAlone(page: Page): Promise<void> {
  const faults: string[] = [];
  for (const width of readAt) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await literalsOn(page, NAMES)).map((text) => `${String(width)}: ${text}`));
  }
  expect.soft(faults, page.url()).toEqual([]);
}
