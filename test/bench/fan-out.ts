import { BareServer } from './support/bare.ts';
import { seedCrowd } from './support/crowd.ts';
import type { Watcher } from './support/load-protocol.ts';
import { ProductNode } from './support/product-node.ts';
import type { Benchmark, Figure } from './support/report.ts';
import { now, type Schedule } from './support/schedule.ts';
import { median } from './support/statistics.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Watchers } from './support/watchers.ts';

const SIZE = { runs: 3, sockets: 1_000, events: 300, commits: 1_500 };

/**
 * Saturation: as many deliveries a second as a node can make. One change after another, each in
 * its own frame, beside a room broadcast of Socket.IO; and commits that come faster than frames,
 * which leave together. The sockets follow overlapping scopes; all of them see every change.
 */
export const fanOut: Benchmark = {
  about: `deliveries a second to ${SIZE.sockets} sockets; medians of ${SIZE.runs} runs`,
  run: () => measureFanOut(SIZE),
};

export async function measureFanOut(size: typeof SIZE): Promise<Figure[]> {
  const folder = temporaryFolder('fan-out');
  const crowd = await seedCrowd(folder, size.sockets);
  const [organisationId = ''] = crowd.edited;
  await using node = await ProductNode.start(folder);
  await using bare = await BareServer.start();
  await using watchers = new Watchers();
  await using bareWatchers = new Watchers();
  await watchers.connect(node.url, crowd.watchers);
  const anybody: Watcher = { cookie: '', follows: [] };
  await bareWatchers.connect(bare.url, Array<Watcher>(size.sockets).fill(anybody));

  const oneByOne = (count: number) => {
    const schedule = asFastAsItCan(count);
    return saturate(watchers, schedule, size.sockets, async () => {
      await node.deliver(organisationId, schedule);
      return schedule.startAt;
    });
  };
  const together = (count: number) =>
    saturate(watchers, asFastAsItCan(count), size.sockets, () =>
      node.commit(organisationId, count),
    );
  const broadcast = (count: number) => {
    const schedule = asFastAsItCan(count);
    return saturate(bareWatchers, schedule, size.sockets, () => {
      bare.broadcast(schedule);
      return Promise.resolve(schedule.startAt);
    });
  };

  const { sample } = await oneByOne(10);
  bare.imitate(sample);
  await broadcast(size.events);
  await together(size.events);
  const runs: { product: number; together: number; raw: number }[] = [];
  for (let run = 0; run < size.runs; run += 1) {
    runs.push({
      product: (await oneByOne(size.events)).perSecond,
      raw: (await broadcast(size.events)).perSecond,
      together: (await together(size.commits)).perSecond,
    });
  }
  const of = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick));
  return [
    { what: 'the event', value: Buffer.byteLength(sample), unit: 'B' },
    { what: 'Socket.IO broadcast to one room', value: of(({ raw }) => raw), unit: '/s' },
    { what: 'one change after another', value: of(({ product }) => product), unit: '/s' },
    {
      what: 'one change after another ÷ broadcast',
      value: of(({ product, raw }) => product / raw),
      unit: '×',
      goal: { least: 0.8 },
    },
    { what: 'changes that come together', value: of((run) => run.together), unit: '/s' },
    {
      what: 'changes that come together ÷ broadcast',
      value: of(({ together, raw }) => together / raw),
      unit: '×',
      goal: { least: 3 },
    },
  ];
}

/** Deliveries a second, from the first send until the last socket has the last change. */
async function saturate(
  watchers: Watchers,
  schedule: Schedule,
  sockets: number,
  send: () => Promise<number>,
): Promise<{ perSecond: number; sample: string }> {
  await watchers.expect(schedule);
  const begunAt = await send();
  const due = sockets * schedule.count;
  const { latencies, sample } = await watchers.received(due);
  const tookMs = schedule.startAt + latencies.most - begunAt;
  return { perSecond: (due / tookMs) * 1_000, sample };
}

function asFastAsItCan(count: number): Schedule {
  return { startAt: now() + 100, intervalMs: 0, count };
}
