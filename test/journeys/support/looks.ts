import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect } from './journey.ts';

/** The size at which a page is loaded and used. */
export const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules about colours, which cost more than all others together. */
const colours = ['color-contrast', 'link-in-text-block'];

/** Dark differs from light in colours, and in nothing else; colours are the same at any size. */
const looks: [colorScheme: 'light' | 'dark', typeof desk, axe.RunOptions][] = [
  ['light', desk, { runOnly: wcag }],
  ['dark', desk, { runOnly: colours }],
  [
    'light',
    phone,
    { runOnly: wcag, rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) },
  ],
];

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** In each look: nothing serious or critical for assistive technology, nothing wider than the page. */
export async function expectGoodLooks(page: Page): Promise<void> {
  await page.evaluate(source); // once for all looks, since it takes as long as a check
  for (const [colorScheme, viewport, options] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    const where = `${page.url()}, ${viewport.width} wide, in ${colorScheme}`;
    expect.soft(await violations(page, options), where).toEqual([]);

    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${where}: scrolls sideways`).toBe(0);
  }
  await page.setViewportSize(desk);
}

/** Each rule that is broken in a way that matters, with the element that breaks it. */
function violations(page: Page, options: axe.RunOptions): Promise<string[]> {
  return page.evaluate(
    async (asked) => {
      const here = globalThis as unknown as { axe: typeof axe };
      const { violations: found } = await here.axe.run(document, asked);
      return found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { ...options, resultTypes: ['violations' as const] },
  );
}
