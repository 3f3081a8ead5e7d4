import type { Page } from '@playwright/test';
import { organisationViews } from '../../client/core/paths.ts';
import { bodyOf } from '../support/session.ts';
import { cookiesOf, expect, test } from './support/journey.ts';
import { sidewaysFaults } from './support/sideways.ts';

const SPEAKING = JSON.stringify({ language: 'en-XA', timeZone: null, formats: null });

/** Names of people, organisations and things, and the product's, which are the same in every language. */
const NAMES = [
  'Xenia Xu',
  'Yann Yu',
  'Fay Founder',
  'Alder',
  'Acme',
  'North',
  'Platform',
  'Export',
  'Canopy',
  'Forest Road',
  'Germany',
  'node', // the browser of sessions that are made here
  // providers that other journeys left, with what they ask for
  ...['Provider only', 'Example', 'canopy', 'openid email profile', 'openid email'],
];

test('texts are messages, and fit where they are two fifths longer', async ({ canopy, open }) => {
  const founder = await canopy.founder();
  const { alder, acme } = await canopy.settle();
  const { account } = await founder.who();
  const xenia = await canopy.welcome('Xenia Xu', alder, 'PartnerAdministrator');
  await canopy.welcome('Yann Yu', acme, 'TenantAdministrator');
  const token = { name: 'Export', role: 'PartnerReader', organisationId: alder.id };
  bodyOf(await xenia.session.post('/tokens', { ...token, expiresInDays: 30 }));
  const page = await open(xenia, '/nowhere');
  await page.context().addInitScript((speaking) => {
    localStorage.setItem('canopy:speaking', speaking);
  }, SPEAKING);

  for (const path of [
    ...['/', '/account', '/audit', '/roles', '/check-access', '/nowhere'],
    ...organisationViews.map((view) => `/organisations/${alder.id}/${view}`),
    `/organisations/${alder.id}/accounts/${xenia.accountId}`,
    `/organisations/${alder.id}/new/tenant`,
  ]) {
    await expectMessages(page, path);
  }

  await page.context().addCookies(cookiesOf(founder));
  await expectMessages(page, '/operations');
  await expectMessages(page, `/organisations/${account.organisationId}/settings/sign-in`);

  await page.context().clearCookies();
  for (const path of ['/sign-in', '/forgot-password', '/reset-password#unknown']) {
    await expectMessages(page, path, false);
  }
});

/** Loaded once, and looked at on a telephone and on a screen. */
async function expectMessages(page: Page, path: string, signedIn = true): Promise<void> {
  await test.step(path, async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    if (signedIn) {
      await expect(page.getByRole('banner').getByRole('status')).toHaveText('[Ļîṽé on]');
    } else await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const faults: string[] = [];
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const sideways = await sidewaysFaults(page);
      faults.push(...[...sideways, ...(await literalsOn(page))].map((each) => `${width}: ${each}`));
    }
    expect.soft(faults, path).toEqual([]);
  });
}

/** What is read on the page in plain letters, and is no name, time, key or code. */
async function literalsOn(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const exempt =
      'time, kbd, code, select, option, [role="option"], [translate="no"], button[lang], style, script';
    const padding = /(^| )((one|two|six|on|o|tw|t|si|s) ?)+(?=\]|$)/g;
    const list = /(?<=\]) and (?=\[)/g;
    const date = /\d{1,2} [A-Z][a-z]+( \d{4})?/g;
    const initials = /^[A-Z]{2}$/;
    const mail = /\S+@\S+: : .*/; // as it was sent
    const withoutNames = (text: string) => text.replace(new RegExp(names.join('|'), 'g'), '');
    const bare = (text: string) =>
      [mail, /\S+@\S+|https?:\S+/g, date, padding, list, initials].reduce(
        (rest: string, pattern) => rest.replace(pattern, ''),
        withoutNames(text).trim(),
      );
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const read: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      const isShown = parentElement?.checkVisibility({ visibilityProperty: true }) === true;
      if (isShown && parentElement.closest(exempt) === null) read.push(nodeValue ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(exempt) !== null) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) {
        read.push(element.getAttribute(name) ?? '');
      }
    }
    return [...new Set(read)].filter((text) => /[A-Za-z]{2}/.test(bare(text)));
  }, NAMES);
}
