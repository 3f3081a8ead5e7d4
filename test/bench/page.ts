import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { startProduct } from './support/children.ts';
import { firstLoad, slowFirstLoad } from './support/first-load.ts';
import { type Forest, seedForest } from './support/forest.ts';
import { type Frames, idleFrames, plainRows, scrollFrames } from './support/frames.ts';
import { HttpClient } from './support/http-client.ts';
import type { Benchmark, Figure } from './support/report.ts';
import { rowsTouched } from './support/rows-touched.ts';
import { median } from './support/statistics.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const SIZE = { runs: 3, nodes: 10_000, scrollMs: 4_000 };
const OPENS_WITHIN_MS = 60_000;

/**
 * The client in Chromium: what a first visit loads, how a long tree scrolls beside as many plain
 * rows (without a graphics card, what the browser itself can do here), and what a change draws.
 */
export const page: Benchmark = {
  about: `the client in Chromium, a tree of ${SIZE.nodes} visible nodes; medians of ${SIZE.runs} runs`,
  run: () => measurePage(SIZE),
};

export async function measurePage(size: typeof SIZE): Promise<Figure[]> {
  const folder = temporaryFolder('page');
  const forest = await seedForest(folder, { children: size.nodes, all: size.nodes });
  await using product = await startProduct(folder, { withClient: true });
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const stage = { browser, forest, url: product.url };
    return [
      ...(await loadFigures(stage)),
      ...(await scrollFigures(stage, size)),
      ...(await changeFigures(stage, size.nodes)),
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

async function loadFigures(stage: Stage): Promise<Figure[]> {
  const figures: Figure[] = [];
  const paths = { home: '/', 'an organisation': `/organisations/${stage.forest.parentId}` };
  for (const [name, path] of Object.entries(paths)) {
    const context = await signedIn(stage);
    const { javascript, longest } = await firstLoad(await context.newPage(), stage.url + path);
    await context.close();
    const visitor = await signedIn(stage);
    const slow = await slowFirstLoad(await visitor.newPage(), stage.url + path);
    await visitor.close();
    figures.push(
      {
        what: `first load of ${name}, JavaScript, gzip`,
        value: javascript / 1024,
        unit: 'KB',
        goal: { most: 130 },
      },
      { what: `first load of ${name}, its largest file`, value: longest / 1024, unit: 'KB' },
      { what: `${name} at 400 ms and 50 KB/s: its frame after`, value: slow.frame, unit: 'ms' },
      { what: `${name} at 400 ms and 50 KB/s: its tree after`, value: slow.usable, unit: 'ms' },
    );
  }
  return figures;
}

async function scrollFigures(
  stage: Stage,
  { runs: times, nodes, scrollMs }: typeof SIZE,
): Promise<Figure[]> {
  const context = await signedIn(stage);
  const product = await context.newPage();
  await product.goto(stage.url);
  await openTree(product, nodes);
  const blank = await stage.browser.newPage();
  const runs: { product: Frames; plain: Frames; idle: Frames }[] = [];
  for (let run = 0; run < times; run += 1) {
    await product.bringToFront();
    const ours = await scrollFrames(product, '[role=tree]', scrollMs);
    await blank.bringToFront();
    await plainRows(blank, nodes);
    const plain = await scrollFrames(blank, '#rows', scrollMs);
    runs.push({ product: ours, plain, idle: await idleFrames(blank, scrollMs) });
  }
  await context.close();
  await blank.close();
  const of = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick));
  return [
    {
      what: `a tree of ${nodes} nodes scrolled`,
      value: of((run) => run.product.perSecond),
      unit: '/s',
      goal: { least: 59 },
    },
    {
      what: 'as many plain rows, with content-visibility',
      value: of((run) => run.plain.perSecond),
      unit: '/s',
    },
    { what: 'an idle page', value: of((run) => run.idle.perSecond), unit: '/s' },
    {
      what: 'the tree ÷ an idle page',
      value: of(({ product, idle }) => product.perSecond / idle.perSecond),
      unit: '×',
    },
    { what: 'longest frame of the tree', value: of((run) => run.product.longestMs), unit: 'ms' },
    { what: 'longest frame of plain rows', value: of((run) => run.plain.longestMs), unit: 'ms' },
    { what: 'longest frame of an idle page', value: of((run) => run.idle.longestMs), unit: 'ms' },
  ];
}

async function changeFigures(stage: Stage, nodes: number): Promise<Figure[]> {
  const { forest, url } = stage;
  const context = await signedIn(stage);
  const shown = await context.newPage();
  await shown.goto(`${url}/organisations/${forest.parentId}`);
  await shown.locator('main [data-row]').first().waitFor();
  await openTree(shown, nodes);
  const id = await shown.locator('[role=tree] [data-row]').nth(1).getAttribute('data-row');
  using http = new HttpClient(url, { cookie: forest.crowd.editor });
  const path = `/api/organisations/${id}`;
  const { displayName } = JSON.parse((await http.get(path)).text) as { displayName: string };
  const renamed = `${displayName} renamed`;
  const { touched, showing } = await rowsTouched(shown, renamed, async () => {
    const { status, text } = await http.patch(path, '*', { displayName: renamed });
    if (status !== 200) throw new Error(`An edit was refused: ${text}`);
  });
  await context.close();
  return [
    { what: 'rows that show the changed record', value: showing, unit: '' },
    { what: 'rows that one change draws anew', value: touched, unit: '', goal: { most: showing } },
  ];
}

async function signedIn({ browser, forest, url }: Stage): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = forest.crowd.editor.split('=');
  await context.addCookies([{ name, value, url }]);
  return context;
}

/** Opens the first level, and waits until so many rows are there to be scrolled. */
async function openTree(shown: Page, rows: number): Promise<void> {
  const root = shown.locator('[role=tree] [data-row]').first();
  await root.focus();
  if ((await root.getAttribute('aria-expanded')) !== 'true') await root.press('ArrowRight');
  await shown.waitForFunction(
    (least) => {
      const [, child] = document.querySelectorAll('[role=tree] [data-row]');
      return Number(child?.getAttribute('aria-setsize') ?? 0) >= least;
    },
    rows,
    { timeout: OPENS_WITHIN_MS },
  );
}
