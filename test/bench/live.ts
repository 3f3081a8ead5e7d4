import { setTimeout as wait } from 'node:timers/promises';
import { type Crowded, liveFigures, type LiveRun } from './live-figures.ts';
import { BareServer } from './support/bare.ts';
import { startProduct } from './support/children.ts';
import { type Crowd, seedCrowd } from './support/crowd.ts';
import { bareEditor, type Editor, productEditor } from './support/editor.ts';
import type { Watcher } from './support/load-protocol.ts';
import type { Benchmark } from './support/report.ts';
import { now, type Schedule } from './support/schedule.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Watchers } from './support/watchers.ts';

const RUNS = 3;
const FEW = 50;
const MANY = 1_000;
const EDITS_PER_SECOND = 20;
const WARM_UP = 40;
const MEASURED = 200;

/**
 * Edit → seen: through the whole product, through a bare Hono + SQLite + Socket.IO pipeline, and
 * by a Socket.IO broadcast alone; the same sockets, rate and event, in turns, so that the ratios
 * are of one machine at one time. Every edit is seen by every socket, mostly in several rooms.
 */
export const live: Benchmark = {
  about: `${EDITS_PER_SECOND} edits a second until they are seen; medians of ${RUNS} runs`,
  async run() {
    const folder = temporaryFolder('live');
    const crowd = await seedCrowd(folder, MANY);
    await using product = await startProduct(folder);
    await using bare = await BareServer.start();
    await using watchers = new Watchers();
    using edits = productEditor(product.url, crowd);
    using bareEdits = bareEditor(bare.url);

    const stage = { crowd, product, bare, watchers, edits, bareEdits };
    await edits.run(soon(WARM_UP));
    const runs: LiveRun[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      console.error(`live: run ${run} of ${RUNS}`);
      const alone = await edits.run(soon(MEASURED));
      const few = await compare(stage, FEW);
      const many = await compare(stage, MANY);
      runs.push({ alone, few, many });
    }
    return liveFigures(runs, { few: FEW, many: MANY });
  },
};

interface Stage {
  crowd: Crowd;
  product: { url: string };
  bare: BareServer;
  watchers: Watchers;
  edits: Editor;
  bareEdits: Editor;
}

async function compare(stage: Stage, sockets: number): Promise<Crowded> {
  const { crowd, product, bare, watchers, edits, bareEdits } = stage;
  await watchers.connect(product.url, crowd.watchers.slice(0, sockets));
  const seen = await measure(watchers, sockets, (schedule) => edits.run(schedule));
  await watchers.close();

  bare.imitate(seen.sample);
  const anybody: Watcher = { cookie: '', follows: [] };
  await watchers.connect(bare.url, Array<Watcher>(sockets).fill(anybody));
  const pipeline = await measure(watchers, sockets, (schedule) => bareEdits.run(schedule));
  const broadcast = await measure(watchers, sockets, async (schedule) => {
    bare.broadcast(schedule);
    await wait(schedule.startAt - now() + schedule.count * schedule.intervalMs);
  });
  await watchers.close();
  return {
    product: seen.latencies,
    pipeline: pipeline.latencies,
    broadcast: broadcast.latencies,
    answers: seen.result,
  };
}

/** Warms up to the last delivery, then sends on a schedule and waits until all have everything. */
async function measure<T>(
  watchers: Watchers,
  sockets: number,
  send: (schedule: Schedule) => Promise<T>,
) {
  const warmUp = soon(WARM_UP);
  await watchers.expect(warmUp);
  await send(warmUp);
  await watchers.received(sockets * WARM_UP);
  const schedule = soon(MEASURED);
  await watchers.expect(schedule);
  const result = await send(schedule);
  const { latencies, sample } = await watchers.received(sockets * MEASURED);
  return { result, latencies, sample };
}

function soon(count: number): Schedule {
  return { startAt: now() + 100, intervalMs: 1_000 / EDITS_PER_SECOND, count };
}
