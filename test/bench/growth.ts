import { setTimeout as wait } from 'node:timers/promises';
import { BareServer } from './support/bare.ts';
import { bareEditor, type Editor, productEditor } from './support/editor.ts';
import { seedForest } from './support/forest.ts';
import type { Watcher } from './support/load-protocol.ts';
import { mostOpenFiles } from './support/open-files.ts';
import { ProductNode } from './support/product-node.ts';
import type { Benchmark } from './support/report.ts';
import { now, type Schedule } from './support/schedule.ts';
import { seedStrangers } from './support/strangers.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Watchers } from './support/watchers.ts';
import { type Cost, growthFigures, type GrowthRun } from './growth-figures.ts';

const EDITS_PER_SECOND = 50;
const CHILDREN = 100;
const SIZE = { runs: 3, small: 1_000, large: 100_000, strangers: 10_000, sockets: 50, edits: 200 };

/**
 * What a change costs in a small tree and in a big one, and with many sockets connected that may
 * not see it. What the node does anyway (polls, pings) is measured idle and taken off.
 */
export const growth: Benchmark = {
  about: `the cost of a change, ${EDITS_PER_SECOND} a second to ${SIZE.sockets} sockets; medians of ${SIZE.runs} runs`,
  run: () => measureGrowth(SIZE),
};

export async function measureGrowth(wanted: typeof SIZE) {
  const size = { ...wanted, strangers: Math.min(wanted.strangers, mostOpenFiles() - 500) };
  await using small = await Place.open(size.small, 0, size.sockets);
  await using large = await Place.open(size.large, 0, size.sockets);
  await using crowded = await Place.open(size.small, size.strangers, size.sockets);
  await using bare = await BareServer.start();
  await using bareWatchers = new Watchers();
  using bareEdits = bareEditor(bare.url);
  const anybody: Watcher = { cookie: '', follows: [] };
  await bareWatchers.connect(bare.url, Array<Watcher>(size.sockets).fill(anybody));

  bare.imitate((await small.measure(size.edits)).sample);
  await large.measure(size.edits);
  await crowded.measure(size.edits);
  const runs: GrowthRun[] = [];
  for (let run = 0; run < size.runs; run += 1) {
    runs.push({
      small: (await small.measure(size.edits)).cost,
      large: (await large.measure(size.edits)).cost,
      crowded: (await crowded.measure(size.edits)).cost,
      bare: await timeEdits(bareWatchers, bareEdits, size),
    });
  }
  return growthFigures(runs, size);
}

/** A node over a tree of its own, with the sockets that see its edits and those that do not. */
class Place implements AsyncDisposable {
  readonly #node: ProductNode;
  readonly #edits: Editor;
  readonly #watchers = new Watchers();
  readonly #strangers = new Watchers();
  readonly #sockets: number;

  constructor(node: ProductNode, edits: Editor, sockets: number) {
    this.#node = node;
    this.#edits = edits;
    this.#sockets = sockets;
  }

  static async open(all: number, strangers: number, sockets: number): Promise<Place> {
    const folder = temporaryFolder('growth');
    const { crowd } = await seedForest(folder, { children: CHILDREN, all, sockets });
    const unseeing = strangers > 0 ? await seedStrangers(folder, strangers) : [];
    const node = await ProductNode.start(folder);
    const place = new Place(node, productEditor(node.url, crowd), sockets);
    await place.#watchers.connect(node.url, crowd.watchers);
    await place.#strangers.connect(node.url, unseeing);
    return place;
  }

  async measure(edits: number): Promise<{ cost: Cost; sample: string }> {
    const idle = await this.#node.usageOf(() => wait((edits * 1_000) / EDITS_PER_SECOND));
    let timed: Awaited<ReturnType<typeof timeEdits>> | undefined;
    const size = { sockets: this.#sockets, edits };
    const busy = await this.#node.usageOf(async () => {
      timed = await timeEdits(this.#watchers, this.#edits, size);
    });
    const { answer = Number.NaN, seen = Number.NaN, sample = '' } = timed ?? {};
    const cpuMs = (busy.cpuMs - idle.cpuMs) / edits;
    const statements = Math.round((busy.statements - idle.statements) / edits);
    return { cost: { answer, seen, cpuMs, statements }, sample };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#edits[Symbol.dispose]();
    await this.#strangers[Symbol.asyncDispose]();
    await this.#watchers[Symbol.asyncDispose]();
    await this.#node[Symbol.asyncDispose]();
  }
}

async function timeEdits(
  watchers: Watchers,
  edits: Editor,
  size: { sockets: number; edits: number },
) {
  const schedule: Schedule = {
    startAt: now() + 50,
    intervalMs: 1_000 / EDITS_PER_SECOND,
    count: size.edits,
  };
  await watchers.expect(schedule);
  const answers = await edits.run(schedule);
  const { latencies, sample } = await watchers.received(size.sockets * size.edits);
  return { answer: answers.p50, seen: latencies.p50, sample };
}
