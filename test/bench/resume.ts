import { setTimeout as wait } from 'node:timers/promises';
import { replayFigures } from './replay.ts';
import { BareServer } from './support/bare.ts';
import { type ServerProcess, startProduct } from './support/children.ts';
import { type Crowd, seedCrowd } from './support/crowd.ts';
import { keepEditing } from './support/keep-editing.ts';
import { assertWhole } from './support/log-digest.ts';
import type { Watcher } from './support/load-protocol.ts';
import { Readers } from './support/readers.ts';
import type { Benchmark, Figure } from './support/report.ts';
import { now } from './support/schedule.ts';
import { median } from './support/statistics.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const SIZE = { runs: 3, readers: 1_000, missed: 1_000 };
const LONGEST_MS = 60_000;
const EDITS_BEFORE_MS = 500;

/** Everybody comes back after the server was killed, while editing goes on. */
export const resume: Benchmark = {
  about: `${SIZE.readers} clients return to a killed server; medians of ${SIZE.runs} runs`,
  run: () => measureResume(SIZE),
};

interface Return {
  /** From the server's first answer, and from its end. */
  fromStart: number;
  fromKill: number;
  missed: number;
  resets: number;
}

export async function measureResume(size: typeof SIZE): Promise<Figure[]> {
  const folder = temporaryFolder('resume');
  const crowd = await seedCrowd(folder, size.readers);
  const herd = crowd.watchers.map(({ cookie, follows }) => ({ cookie, follows: [follows[0]] }));
  const runs: { product: Return; bare: number }[] = [];
  for (let run = 0; run < size.runs; run += 1) {
    const product = await killProduct(folder, crowd, herd as Watcher[]);
    runs.push({ product, bare: await killBare(size.readers) });
  }
  const of = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick));
  return [
    {
      what: 'all are back, from the server’s first answer',
      value: of(({ product }) => product.fromStart),
      unit: 'ms',
      goal: { most: 5_000 },
    },
    { what: 'the same, from the kill', value: of(({ product }) => product.fromKill), unit: 'ms' },
    { what: 'bare Socket.IO, from its first answer', value: of(({ bare }) => bare), unit: 'ms' },
    {
      what: 'all are back ÷ bare Socket.IO',
      value: of(({ product, bare }) => product.fromStart / bare),
      unit: '×',
    },
    {
      what: 'changes that one of them missed, and got',
      value: of(({ product }) => product.missed),
      unit: '',
    },
    {
      what: 'clients that had to read everything anew',
      value: Math.max(...runs.map(({ product }) => product.resets)),
      unit: '',
      goal: { most: 0 },
    },
    ...(await replayFigures(folder, crowd, size.missed)),
  ];
}

/** Kills the product under load, and compares what every reader then has with the log. */
async function killProduct(folder: string, crowd: Crowd, herd: Watcher[]): Promise<Return> {
  let product: ServerProcess = await startProduct(folder);
  const port = Number(new URL(product.url).port);
  try {
    await using readers = await Readers.open(product.url, herd);
    await using editing = keepEditing(product.url, crowd);
    await wait(EDITS_BEFORE_MS);
    const killedAt = now();
    await product.kill();
    product = await startProduct(folder, { port });
    const startedAt = now();
    const readyAt = await readers.allReady(LONGEST_MS);
    await editing.stop();
    const received = await assertWhole(folder, readers);
    return {
      fromStart: readyAt - startedAt,
      fromKill: readyAt - killedAt,
      missed: median(received.map(({ missed }) => missed)),
      resets: received.filter(({ resets }) => resets > 0).length,
    };
  } finally {
    await product[Symbol.asyncDispose]();
  }
}

/** The same handshakes to a server that asks nobody anything. */
async function killBare(count: number): Promise<number> {
  let bare = await BareServer.start();
  const port = Number(new URL(bare.url).port);
  try {
    const anybody: Watcher = { cookie: '', follows: [] };
    await using readers = await Readers.open(bare.url, Array<Watcher>(count).fill(anybody));
    await bare.kill();
    bare = await BareServer.start({ port });
    const startedAt = now();
    return (await readers.allReady(LONGEST_MS)) - startedAt;
  } finally {
    await bare[Symbol.asyncDispose]();
  }
}
