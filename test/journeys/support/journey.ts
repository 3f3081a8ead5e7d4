import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from '@playwright/test';
import type { Session } from '../../support/session.ts';
import { Canopy, type Person } from './canopy.ts';

interface PerTest {
  /** A browser of somebody's own, signed in if it is a person; it opens at the path. */
  open: (who: Person | null, path?: string, options?: BrowserContextOptions) => Promise<Page>;
}

interface PerWorker {
  /** One running Canopy; each journey makes the organisations and people that it is about. */
  canopy: Canopy;
}

/** What the browser itself says of an answer that is not good, or of no answer; the page explains it. */
const ofTheNetwork = /^(Failed to load resource|WebSocket connection to .* failed)/;

/** Every journey also fails when a page writes an error to its console. */
export const test = base.extend<PerTest, PerWorker>({
  canopy: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      await using canopy = await Canopy.start();
      await use(canopy);
    },
    { scope: 'worker' },
  ],

  open: async ({ browser, canopy }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];

    await use(async (who, path = '/', options = {}) => {
      const url = who?.session.url ?? canopy.url;
      const context = await browser.newContext({ baseURL: url, ...options });
      contexts.push(context);
      if (who) await context.addCookies(cookiesOf(who.session));
      const page = await context.newPage();
      listen(page, errors);
      await page.goto(path);
      return page;
    });

    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, 'errors in the console').toEqual([]);
  },
});

/** What makes a browser that of a session. */
export function cookiesOf(session: Session): { name: string; value: string; url: string }[] {
  const [name = '', value = ''] = session.cookie.split('=');
  return [{ name, value, url: session.url }];
}

function listen(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error' || ofTheNetwork.test(message.text())) return;
    errors.push(message.text());
  });
}

export { expect };
