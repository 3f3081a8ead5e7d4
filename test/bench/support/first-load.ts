import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** What a first visit loads of scripts until the network is quiet, in bytes as gzip packs them. */
export async function firstLoad(
  page: Page,
  url: string,
): Promise<{ javascript: number; longest: number }> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (type.includes('javascript')) {
      sizes.push(response.body().then((body) => gzipSync(body).byteLength));
    }
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('[role=tree] [data-row]').first().waitFor();
  const files = await Promise.all(sizes);
  return { javascript: files.reduce((sum, size) => sum + size, 0), longest: Math.max(...files) };
}
