import type { Watcher } from './load-protocol.ts';
import { Reader, type Received } from './reader.ts';

/** Many readers that come back by themselves, in one process. */
export type ReadersOrder = { type: 'come'; url: string; watchers: Watcher[] } | { type: 'report' };

export interface ReadersAnswer {
  /** How many are caught up, and when the last of them was. */
  ready: number;
  lastReadyAt: number;
  received: Received[];
}

const AT_ONCE = 40;
const readers: Reader[] = [];

process.on('message', (order: ReadersOrder) => {
  void obey(order).then(() => {
    const ready = readers.filter(({ isReady }) => isReady);
    process.send?.({
      ready: ready.length,
      lastReadyAt: Math.max(0, ...ready.map(({ readyAt }) => readyAt)),
      received: readers.map(({ received }) => received),
    } satisfies ReadersAnswer);
  });
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => {
  for (const reader of readers) reader.leave();
  process.exit();
});

async function obey(order: ReadersOrder): Promise<void> {
  if (order.type === 'report') return;
  readers.push(...order.watchers.map((watcher) => new Reader(order.url, watcher)));
  const waiting = readers.values();
  const comeNext = async () => {
    for (const reader of waiting) await reader.come();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, comeNext));
}
