import { setTimeout as wait } from 'node:timers/promises';
import { startProduct } from './support/children.ts';
import { seedCrowd } from './support/crowd.ts';
import type { Benchmark } from './support/report.ts';
import { now } from './support/schedule.ts';
import { median } from './support/statistics.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const RUNS = 5;

/** From the start of the process to the first `readyz` that says so; built and migrated before. */
export const start: Benchmark = {
  about: `the start of \`npm start\`’s process; median of ${RUNS} runs`,
  async run() {
    const folder = temporaryFolder('start');
    await seedCrowd(folder, 0);
    await timeStart(folder); // builds the client, if its build is stale
    const durations: number[] = [];
    for (let run = 0; run < RUNS; run += 1) durations.push(await timeStart(folder));
    return [{ what: 'ready', value: median(durations), unit: 'ms', goal: { most: 1_500 } }];
  },
};

async function timeStart(dataDir: string): Promise<number> {
  const begin = now();
  await using product = await startProduct(dataDir, { withClient: true });
  while (!(await isReady(product.url))) await wait(5);
  return now() - begin;
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(new URL('/readyz', url));
  await answer.text();
  return answer.ok;
}
