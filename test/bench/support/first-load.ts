import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** So long no script comes once a page has all of its own. */
const QUIET_MS = 500;

/**
 * What a first visit loads of scripts until its page is drawn, in bytes as gzip packs them; what
 * is loaded ahead for later pages is not of the first visit.
 */
export async function firstLoad(
  page: Page,
  url: string,
): Promise<{ javascript: number; longest: number }> {
  const sizes: Promise<number>[] = [];
  let lastAt = performance.now();
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!type.includes('javascript')) return;
    lastAt = performance.now();
    const size = response.body().then((body) => gzipSync(body).byteLength);
    size.catch(() => undefined); // of what is still on its way when the page is closed
    sizes.push(size);
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('[role=tree] [data-row]').first().waitFor();
  await page.locator('main h1').waitFor();
  while (performance.now() - lastAt < QUIET_MS) await wait(QUIET_MS / 10);
  const files = await Promise.all(sizes);
  return { javascript: files.reduce((sum, size) => sum + size, 0), longest: Math.max(...files) };
}

/** A line as hotels have it. */
const slowLine = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};

/** When a first visit over a slow line shows its frame, and its tree, in milliseconds. */
export async function slowFirstLoad(
  page: Page,
  url: string,
): Promise<{ frame: number; usable: number }> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.emulateNetworkConditions', slowLine);
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit', timeout: 60_000 });
  await page.locator('.first-frame').waitFor({ state: 'attached', timeout: 60_000 });
  const frame = performance.now() - start;
  await page.locator('[role=tree] [data-row]').first().waitFor({ timeout: 60_000 });
  return { frame, usable: performance.now() - start };
}
