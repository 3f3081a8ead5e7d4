import type { Home } from '../../shared/home/contract.ts';
import { startProduct } from './support/children.ts';
import { HttpClient } from './support/http-client.ts';
import { seedForest } from './support/forest.ts';
import type { Benchmark, Figure } from './support/report.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { repeat } from './support/throughput.ts';

const CHILDREN = 10_000;
const ORGANISATIONS = 100_000;
const EACH = { times: 60, atOnce: 1 };
const GOAL = { most: 50 };
const readers = ['platform', 'distributor', 'partner'] as const;

/** What people look for: much, little, an address, a slip, a sign, and what is not there. */
const texts = [
  'birch',
  'hazel unit 54321',
  'row ten 7',
  'ampleston',
  'jana@',
  'brich',
  'e',
  'zzzz',
];

/** People’s home pages, as they are read again after each change. */
export const home: Benchmark = {
  about: `people's homes over ${ORGANISATIONS} organisations`,
  run: () =>
    forEachReader(async (http) => {
      const { latencies } = await repeat(EACH, async () => {
        const { status, text } = await http.get('/api/home');
        if (status !== 200) throw new Error(`A home was refused: ${text}`);
        if ((JSON.parse(text) as Home).figures.length === 0) throw new Error('A home is empty.');
      });
      return latencies.p95;
    }),
};

/** The palette, a text a request. */
export const search: Benchmark = {
  about: `the search over ${ORGANISATIONS} organisations, by ${texts.length} texts`,
  run: () =>
    forEachReader(async (http) => {
      const { latencies } = await repeat({ times: texts.length * 10, atOnce: 1 }, async (index) => {
        const q = texts[index % texts.length] ?? '';
        const { status, text } = await http.get(`/api/search?q=${encodeURIComponent(q)}`);
        if (status !== 200) throw new Error(`A search was refused: ${text}`);
      });
      return latencies.p95;
    }),
};

async function forEachReader(measure: (http: HttpClient) => Promise<number>): Promise<Figure[]> {
  const folder = temporaryFolder('daily');
  const { crowd } = await seedForest(folder, {
    children: CHILDREN,
    all: ORGANISATIONS,
    sockets: readers.length,
  });
  await using product = await startProduct(folder);
  const figures: Figure[] = [];
  for (const [index, who] of readers.entries()) {
    using http = new HttpClient(product.url, { cookie: crowd.watchers[index]?.cookie ?? '' });
    const value = await measure(http);
    figures.push({ what: `a ${who}'s, p95`, value, unit: 'ms', goal: GOAL });
  }
  return figures;
}
