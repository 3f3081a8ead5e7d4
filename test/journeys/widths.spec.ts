import type { Page } from '@playwright/test';
import { organisationViews } from '../../client/core/paths.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { cookiesOf, expect, test } from './support/journey.ts';
import { connection } from './support/pages.ts';
import { sidewaysFaults } from './support/sideways.ts';

const widths = [320, 390, 720, 820, 1024, 1280, 1440, 2560];
/** What has rows for everybody here. */
const tabled = /\/(?:audit|accounts|access)$/;
const LONG = 'Ketteler & Voss Maschinenbau und Fördertechnik Beteiligungsgesellschaft';
const PERSON = 'Maximiliane Freifrau von Hohenstein-Wittgenstein';

test('nothing runs off a page sideways, however long its names', async ({ canopy, open }) => {
  const founder = await canopy.founder();
  const { account } = await founder.who();
  const north = await canopy.create('distributor', account.organisationId, `${LONG} Nord`);
  const alder = await canopy.create('partner', north, `${LONG} Süd`);
  const acme = await canopy.create('tenant', alder, LONG);
  let deepest: Organisation = alder;
  for (const kind of [...fill('folder', 7), ...fill('tenant', 1), ...fill('unit', 5)]) {
    deepest = await canopy.create(kind, deepest, `Bereich für Instandhaltung und ${kind}`);
  }
  const ann = await canopy.welcome(PERSON, alder, 'PartnerAdministrator');
  await canopy.welcome(`${PERSON} II.`, acme, 'TenantAdministrator');
  await canopy.invite(PERSON, `${'maximiliane.'.repeat(4)}hohenstein@alder.example`, acme);
  const token = {
    name: `Export of ${LONG}`.slice(0, 60),
    role: 'PartnerReader',
    organisationId: alder.id,
  };
  bodyOf(await ann.session.post('/tokens', { ...token, expiresInDays: 30 }));
  await ann.session.get(`/organisations/${north.id}`); // refused, and on record as that
  const page = await open(ann);

  for (const path of [
    ...['/', '/account', '/audit', '/inbox', '/operations', '/roles', '/check-access', '/nowhere'],
    ...viewsOf(alder),
    ...viewsOf(acme).filter((path) => tabled.test(path)),
    `/organisations/${alder.id}/accounts/${ann.accountId}`,
    `/organisations/${alder.id}/new/tenant`,
    `/organisations/${deepest.id}`,
    `/organisations/${deepest.id}/details`,
    `/organisations/${deepest.id}/new/unit`,
  ]) {
    await expectToFit(page, path);
  }

  await page.context().addCookies(cookiesOf(founder));
  for (const path of [
    '/audit',
    '/inbox',
    '/operations',
    ...viewsOf({ id: account.organisationId }),
    `/organisations/${account.organisationId}/settings/sign-in`,
  ]) {
    await expectToFit(page, path);
  }

  await page.context().clearCookies();
  for (const path of ['/sign-in', '/forgot-password', '/reset-password#unknown']) {
    await expectToFit(page, path, false);
  }
});

function fill<K extends string>(kind: K, times: number): K[] {
  return Array.from({ length: times }, () => kind);
}

function viewsOf({ id }: { id: string }): string[] {
  return organisationViews.map(
    (view) => `/organisations/${id}${view === 'overview' ? '' : `/${view}`}`,
  );
}

/** Loaded once, and then as wide as each of the screens. */
async function expectToFit(page: Page, path: string, signedIn = true): Promise<void> {
  await test.step(path, async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    if (signedIn) await expect(connection(page)).toHaveText('Live');
    else await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
    if (tabled.test(path)) await expect(page.locator('main tbody tr').first()).toBeVisible();
    const faults: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await sidewaysFaults(page)).map((fault) => `${String(width)}: ${fault}`));
    }
    expect.soft(faults, path).toEqual([]);
  });
}
