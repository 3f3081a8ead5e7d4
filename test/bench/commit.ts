import { BareCommits } from './support/bare-commits.ts';
import { startProduct } from './support/children.ts';
import { seedCrowd } from './support/crowd.ts';
import { HttpClient } from './support/http-client.ts';
import type { Benchmark } from './support/report.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { repeat, sideBySide } from './support/throughput.ts';

const RUNS = 3;
const COMMITS = { times: 1_000, atOnce: 8 };

/**
 * An edit through the API (HTTP, session, access, change row, audit record, fsync) beside a bare
 * MikroORM transaction that changes the same record and writes the same rows, as durably.
 */
export const commit: Benchmark = {
  about: `commits a second, ${COMMITS.atOnce} callers; medians of ${RUNS} runs`,
  async run() {
    const folder = temporaryFolder('commit');
    const other = temporaryFolder('commit-bare');
    const { editor, edited } = await seedCrowd(folder, 0);
    await using product = await startProduct(folder);
    await using bare = await BareCommits.open(other, edited.length);
    using http = new HttpClient(product.url, { cookie: editor });

    let number = 0;
    const description = () => `the ${(number += 1)}th wording`;
    const edit = async (index: number) => {
      const path = `/api/organisations/${edited[index % edited.length]}`;
      const { status, text } = await http.patch(path, '*', { description: description() });
      if (status !== 200) throw new Error(`An edit was refused: ${text}`);
    };
    const write = (index: number) => bare.edit(index % edited.length, description());

    const {
      product: through,
      bare: alone,
      ratio,
    } = await sideBySide(RUNS, {
      product: () => repeat(COMMITS, edit),
      bare: () => repeat(COMMITS, write),
    });
    return [
      { what: 'through the API', value: through.perSecond, unit: '/s' },
      { what: 'bare MikroORM transaction', value: alone.perSecond, unit: '/s' },
      { what: 'through the API ÷ bare', value: ratio, unit: '×', goal: { least: 0.5 } },
    ];
  },
};
