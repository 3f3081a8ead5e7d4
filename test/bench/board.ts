import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { startProduct } from './support/children.ts';
import { type Forest, seedForest } from './support/forest.ts';
import { idleFrames } from './support/frames.ts';
import { HttpClient } from './support/http-client.ts';
import { type Edited, seedOnboardings } from './support/onboardings.ts';
import type { Benchmark, Figure } from './support/report.ts';
import { ScriptTime } from './support/script-time.ts';
import { latenciesOf, median } from './support/statistics.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const SIZE = { runs: 3, onboardings: 2_000, changes: 60, perSecond: 20, forMs: 4_000 };
/** So long a change has to arrive and be drawn before the next is measured. */
const SETTLE_MS = 120;

/**
 * The board of onboardings in Chromium: what opening it costs, what a change that somebody else
 * makes costs, and how evenly it draws while many come.
 */
export const board: Benchmark = {
  about: `the board of ${SIZE.onboardings} onboardings in Chromium; medians of ${SIZE.runs} runs`,
  run: () => measureBoard(SIZE),
};

export async function measureBoard(size: typeof SIZE): Promise<Figure[]> {
  const folder = temporaryFolder('board');
  const forest = await seedForest(folder, { children: size.onboardings, all: size.onboardings });
  const edited = await seedOnboardings(folder, forest.parentId);
  await using product = await startProduct(folder, { withClient: true });
  const browser = await chromium.launch(chromiumLaunch());
  using http = new HttpClient(product.url, { cookie: forest.crowd.editor });
  try {
    const opened: number[] = [];
    for (let run = 1; run < size.runs; run += 1) {
      const { page, script } = await open({ browser, forest, url: product.url });
      opened.push(script);
      await page.context().close();
    }
    const { page, script } = await open({ browser, forest, url: product.url });
    return [
      {
        what: `opening ${size.onboardings} onboardings, script`,
        value: median([...opened, script]),
        unit: 'ms',
        goal: { most: 100 },
      },
      ...(await changeFigures(page, http, edited, size)),
      ...(await frameFigures(page, http, edited, size)),
    ];
  } finally {
    await browser.close();
  }
}

interface Stage {
  browser: Browser;
  forest: Forest;
  url: string;
}

/** From home, by the link that leads there, with all of its parts loaded already. */
async function open({ browser, forest, url }: Stage): Promise<{ page: Page; script: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = forest.crowd.editor.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const show = async () => {
    await page.locator('nav a[href="/onboardings"]').first().click();
    await page.locator('main [data-row] [role=progressbar]').first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  await page.goto(url);
  await show();
  await page.locator('nav a[href="/"]').first().click();
  await page.waitForLoadState('networkidle');
  const time = await ScriptTime.of(page);
  return { page, script: await time.during(show) };
}

async function changeFigures(
  page: Page,
  http: HttpClient,
  edited: readonly Edited[],
  { changes }: typeof SIZE,
): Promise<Figure[]> {
  const time = await ScriptTime.of(page);
  const costs: number[] = [];
  for (let at = 0; at < changes; at += 1) {
    costs.push(
      await time.during(async () => {
        await change(http, edited, at);
        await wait(SETTLE_MS);
      }),
    );
  }
  const { p50, p95 } = latenciesOf(costs);
  return [
    { what: 'a change by somebody else, script, p50', value: p50, unit: 'ms' },
    {
      what: 'a change by somebody else, script, p95',
      value: p95,
      unit: 'ms',
      goal: { most: 2 },
    },
  ];
}

async function frameFigures(
  page: Page,
  http: HttpClient,
  edited: readonly Edited[],
  { perSecond, forMs, changes }: typeof SIZE,
): Promise<Figure[]> {
  const idle = await idleFrames(page, forMs);
  const stopped = new AbortController();
  const editing = (async () => {
    for (let at = changes; !stopped.signal.aborted; at += 1) {
      await change(http, edited, at);
      await wait(1_000 / perSecond);
    }
  })();
  const busy = await idleFrames(page, forMs);
  stopped.abort();
  await editing;
  return [
    {
      what: `the board drawn with ${perSecond} changes a second`,
      value: busy.perSecond,
      unit: '/s',
      goal: { least: 59 },
    },
    { what: 'longest frame of it', value: busy.longestMs, unit: 'ms' },
    { what: 'the board drawn with none', value: idle.perSecond, unit: '/s' },
  ];
}

/** The next step of one of them waits on somebody else. */
async function change(http: HttpClient, edited: readonly Edited[], at: number): Promise<void> {
  const { organisationId, step } = edited[(at * 7) % edited.length] as Edited;
  const path = `/api/organisations/${organisationId}/onboarding/steps/${step}`;
  const waitsOn = at % 2 === 0 ? 'outside' : 'own';
  const { status, text } = await http.patch(path, '*', { waitsOn });
  if (status !== 200) throw new Error(`An edit was refused: ${text}`);
}
