import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  type TestInfo,
  test as base,
} from '@playwright/test';
import type { Session } from '../../support/session.ts';
import { Canopy, type Person } from './canopy.ts';

interface Options extends BrowserContextOptions {
  /**
   * Whether the page loads ahead what may be wanted next. Elsewhere it is told to save data: fifty
   * parts that no journey goes to would cost as much as the page itself.
   */
  loadsAhead?: boolean;
}

interface PerTest {
  /** A browser of somebody's own, signed in if it is a person; it opens at the path. */
  open: (who: Person | null, path?: string, options?: Options) => Promise<Page>;
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

  open: async ({ browser, canopy }, use, info) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];

    await use(async (who, path = '/', { loadsAhead = false, ...options } = {}) => {
      const url = who?.session.url ?? canopy.url;
      const context = await browser.newContext({ baseURL: url, ...options });
      contexts.push(context);
      if (!loadsAhead) await context.addInitScript(saveData);
      if (who) await context.addCookies(cookiesOf(who.session));
      const page = await context.newPage();
      listen(page, errors);
      await page.goto(path);
      return page;
    });

    if (info.status !== info.expectedStatus) {
      for (const page of contexts.flatMap((context) => context.pages())) await tell(page, info);
    }
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, 'errors in the console').toEqual([]);
  },
});

/** Runs in the page, as in a browser whose owner asked for it. */
function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

/** What makes a browser that of a session. */
export function cookiesOf(session: Session): { name: string; value: string; url: string }[] {
  const [name = '', value = ''] = session.cookie.split('=');
  return [{ name, value, url: session.url }];
}

/** A page of a journey that failed, in words: where the suite ran, nobody may be able to look. */
async function tell(page: Page, info: TestInfo): Promise<void> {
  const seen = await page.ariaSnapshot({ timeout: 5_000 }).catch(() => 'It could not be read.');
  await info.attach('page', { body: `${page.url()}\n${seen}`, contentType: 'text/plain' });
}

function listen(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error' || ofTheNetwork.test(message.text())) return;
    errors.push(message.text());
  });
}

export { expect };
