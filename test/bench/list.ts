import { BareListServer } from './support/bare-list.ts';
import { startProduct } from './support/children.ts';
import { HttpClient } from './support/http-client.ts';
import { seedForest } from './support/forest.ts';
import type { Benchmark } from './support/report.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { repeat, sideBySide, type Throughput } from './support/throughput.ts';

const RUNS = 3;
const CHILDREN = 10_000;
const ORGANISATIONS = 100_000;
const PAGES = { times: 400, atOnce: 4 };

/** Pages of children through the API, beside the same three queries of bare `node:sqlite` behind Hono. */
export const list: Benchmark = {
  about: `pages of 50 out of ${CHILDREN} children among ${ORGANISATIONS} organisations; medians of ${RUNS} runs`,
  async run() {
    const folder = temporaryFolder('list');
    const forest = await seedForest(folder, { children: CHILDREN, all: ORGANISATIONS });
    await using product = await startProduct(folder);
    await using bare = await BareListServer.start(folder);
    using http = new HttpClient(product.url, { cookie: forest.crowd.editor });
    using bareHttp = new HttpClient(bare.url);

    const path = `/api/organisations/${forest.parentId}/children`;
    const {
      product: through,
      bare: alone,
      ratio,
    } = await sideBySide(RUNS, {
      product: () => walk(http, path),
      bare: () => walk(bareHttp, path),
    });
    return [
      { what: 'pages through the API', value: through.perSecond, unit: '/s' },
      { what: 'one of them, p50', value: through.p50, unit: 'ms' },
      { what: 'pages of the same SQL, bare', value: alone.perSecond, unit: '/s' },
      { what: 'one of them, p50', value: alone.p50, unit: 'ms' },
      { what: 'through the API ÷ bare', value: ratio, unit: '×', goal: { least: 0.5 } },
    ];
  },
};

/** Reads on from page to page, as somebody does who scrolls; from the start again at the end. */
function walk(http: HttpClient, path: string): Promise<Throughput> {
  let cursor: string | null = null;
  return repeat(PAGES, async () => {
    const { status, text } = await http.get(`${path}?limit=50${cursor ? `&cursor=${cursor}` : ''}`);
    if (status !== 200) throw new Error(`A page was refused: ${text}`);
    const page = JSON.parse(text) as { items: unknown[]; nextCursor: string | null };
    if (page.items.length !== 50) throw new Error(`A page held ${page.items.length} items.`);
    cursor = page.nextCursor;
  });
}
