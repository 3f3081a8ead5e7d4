import { setTimeout as wait } from 'node:timers/promises';
import { BareServer } from './support/bare.ts';
import { type Crowd, seedCrowd } from './support/crowd.ts';
import { keepEditing } from './support/keep-editing.ts';
import type { Flow, HeldWhile } from './support/flow.ts';
import type { Watcher } from './support/load-protocol.ts';
import type { Memory } from './support/memory.ts';
import { ProductNode } from './support/product-node.ts';
import type { Benchmark, Figure } from './support/report.ts';
import { now, type Schedule } from './support/schedule.ts';
import { median } from './support/statistics.ts';
import { seedStrangers } from './support/strangers.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Watchers } from './support/watchers.ts';

const SIZE = {
  runs: 3,
  warmUpRounds: 10,
  few: 1_000,
  many: 5_000,
  steady: 200,
  frozen: { perSecond: 1_000, forMs: 20_000 },
};
/** Before the soak counts: caches fill and code is compiled. */
const WARM_UP_MS = 60_000;
const WARM_UP_SOCKETS = 100;
const COMING_AND_GOING = 20;
const KB = 1024;
const MB = 1024 * 1024;

/** What a node holds: for each socket, over time, and for a reader who does not read. */
export const soak: Benchmark = {
  about: 'memory of idle sockets, over time, and of a frozen reader; after collections',
  run: ({ minutes }) => measureSoak(SIZE, minutes),
};

interface Node {
  url: string;
  memory: () => Promise<Memory>;
}

export async function measureSoak(size: typeof SIZE, minutes: number): Promise<Figure[]> {
  const folder = temporaryFolder('soak');
  const crowd = await seedCrowd(folder, size.steady);
  const strangers = await seedStrangers(folder, size.many);
  return [
    ...(await socketFigures(folder, strangers, size)),
    ...(await heldFigures(folder, crowd, minutes)),
    ...(await frozenFigures(folder, crowd, size.frozen)),
  ];
}

/** Resident memory for each socket, in fresh processes: one that shrank again would flatter. */
async function socketFigures(
  folder: string,
  strangers: Watcher[],
  size: typeof SIZE,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of [size.few, size.many]) {
    const runs: { product: Memory; bare: Memory }[] = [];
    for (let run = 0; run < size.runs; run += 1) {
      await using node = await ProductNode.start(folder);
      await using bare = await BareServer.start();
      const anybody: Watcher = { cookie: '', follows: [] };
      runs.push({
        product: await perSocket(node, strangers.slice(0, count), size.warmUpRounds),
        bare: await perSocket(bare, Array<Watcher>(count).fill(anybody), size.warmUpRounds),
      });
    }
    const of = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick));
    const name = `${count.toLocaleString('en-GB')} idle sockets, each`;
    figures.push(
      {
        what: `${name}: resident`,
        value: of(({ product }) => product.resident),
        unit: 'KB',
        goal: { most: 60 },
      },
      { what: `${name}: of bare Socket.IO`, value: of(({ bare }) => bare.resident), unit: 'KB' },
      { what: `${name}: held by objects`, value: of(({ product }) => product.held), unit: 'KB' },
      { what: `${name}: of bare Socket.IO`, value: of(({ bare }) => bare.held), unit: 'KB' },
      {
        what: `${name}: held ÷ bare`,
        value: of(({ product, bare }) => product.held / bare.held),
        unit: '×',
      },
    );
  }
  return figures;
}

async function perSocket(node: Node, sockets: Watcher[], warmUpRounds: number): Promise<Memory> {
  await using watchers = new Watchers();
  // What code and caches take is there before; few at a time, since a heap never shrinks whole.
  for (let round = 0; round < warmUpRounds; round += 1) {
    await watchers.connect(node.url, sockets.slice(0, WARM_UP_SOCKETS));
    await watchers.close();
  }
  const before = await node.memory();
  await watchers.connect(node.url, sockets);
  const after = await node.memory();
  return {
    resident: (after.resident - before.resident) / sockets.length / KB,
    held: (after.held - before.held) / sockets.length / KB,
  };
}

/** What is held at the end of the soak and was not at its beginning, with the same sockets open. */
async function heldFigures(folder: string, crowd: Crowd, minutes: number): Promise<Figure[]> {
  await using node = await ProductNode.start(folder);
  await using steady = new Watchers();
  await using passing = new Watchers();
  await steady.connect(node.url, crowd.watchers);
  await using editing = keepEditing(node.url, crowd);
  const live = async (forMs: number) => {
    for (const end = now() + forMs; now() < end; await wait(500)) {
      await passing.connect(node.url, crowd.watchers.slice(0, COMING_AND_GOING));
      await passing.close();
    }
  };
  await live(Math.min(WARM_UP_MS, minutes * 60_000));
  const before = await node.memory();
  await live(minutes * 60_000);
  const after = await node.memory();
  await editing.stop();
  const name = `${minutes} minutes of edits, coming and going`;
  return [
    { what: `${name}: held before`, value: before.held / MB, unit: 'MB' },
    { what: `${name}: held after`, value: after.held / MB, unit: 'MB' },
    {
      what: `${name}: growth`,
      value: (after.held / before.held - 1) * 100,
      unit: '%',
      goal: { most: 10 },
    },
    { what: `${name}: resident after`, value: after.resident / MB, unit: 'MB' },
  ];
}

/** The most that is held for one who stopped reading, while changes flow until the line is cut. */
async function frozenFigures(folder: string, crowd: Crowd, flow: Flow): Promise<Figure[]> {
  await using node = await ProductNode.start(folder);
  await using bare = await BareServer.start();
  const [organisationId = ''] = crowd.edited;
  const [reader] = crowd.watchers;
  const anybody: Watcher = { cookie: '', follows: [] };

  const seen = await read(node.url, reader ?? anybody, () => node.deliver(organisationId, once()));
  bare.imitate(seen);
  const product = await freeze(node.url, reader ?? anybody, () => node.flow(organisationId, flow));
  const raw = await freeze(bare.url, anybody, () => bare.flow(flow));
  return [
    {
      what: `a frozen reader, ${flow.perSecond} changes a second: at most`,
      value: (product.held.most - product.held.before) / MB,
      unit: 'MB',
      goal: { most: 2 },
    },
    {
      what: `a frozen reader after ${flow.forMs / 1_000} s: sockets left open`,
      value: product.open,
      unit: '',
      goal: { most: 0 },
    },
    {
      what: 'a frozen reader of bare Socket.IO: at most',
      value: (raw.held.most - raw.held.before) / MB,
      unit: 'MB',
    },
    { what: 'the same: sockets left open', value: raw.open, unit: '' },
  ];
}

/** One frame as a reader gets it. */
async function read(url: string, reader: Watcher, send: () => Promise<void>): Promise<string> {
  await using watchers = new Watchers();
  await watchers.connect(url, [reader]);
  await watchers.expect(once());
  await send();
  return (await watchers.received(1)).sample;
}

async function freeze(url: string, reader: Watcher, send: () => Promise<HeldWhile>) {
  await using watchers = new Watchers();
  await watchers.connect(url, [reader]);
  await watchers.freeze();
  const held = await send();
  return { held, open: await watchers.thaw() };
}

function once(): Schedule {
  return { startAt: now(), intervalMs: 0, count: 1 };
}
