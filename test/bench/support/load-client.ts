import type { WebSocket } from 'ws';
import { indexesIn, type LoadAnswer, type LoadOrder, type Watcher } from './load-protocol.ts';
import { openSocket } from './open-socket.ts';
import { dueAt, now, type Schedule } from './schedule.ts';
import { latenciesOf } from './statistics.ts';

/** Many sockets in one process. Frames are not parsed, only searched for the mark. */
const AT_ONCE = 40;

const sockets = new Set<WebSocket>();
let schedule: Schedule | null = null;
let durations: number[] = [];
let sample = '';

process.on('message', (order: LoadOrder) => {
  void obey(order).then(
    () => answer(null, order.type === 'report' ? order.due : Infinity),
    (error: unknown) => answer(String(error)),
  );
});
process.on('disconnect', () => process.exit());

async function obey(order: LoadOrder): Promise<void> {
  if (order.type === 'connect') await connectAll(order.url, order.watchers);
  if (order.type === 'close') await closeAll();
  if (order.type === 'freeze') for (const socket of sockets) socket.pause();
  if (order.type === 'thaw') for (const socket of sockets) socket.resume();
  if (order.type === 'expect') {
    schedule = order.schedule;
    durations = [];
  }
}

/** Sorting takes long when there are many: it waits until nothing more is due. */
function answer(error: string | null, due = Infinity): void {
  const deliveries = durations.length;
  const latencies = deliveries >= due ? latenciesOf(durations) : null;
  const facts = { sockets: sockets.size, deliveries, latencies, sample, error };
  process.send?.(facts satisfies LoadAnswer);
}

async function connectAll(url: string, watchers: Watcher[]): Promise<void> {
  const waiting = watchers.values();
  const connectNext = async () => {
    for (const watcher of waiting) sockets.add(await connect(url, watcher));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connectNext));
}

/** Opens a socket and subscribes; ready when all is acknowledged. */
async function connect(url: string, { cookie, follows }: Watcher): Promise<WebSocket> {
  let open = follows.length;
  let settle: (refused?: string) => void = () => undefined;
  const acknowledged = new Promise<void>((resolve, reject) => {
    settle = (refused) => {
      if (refused) reject(new Error(refused));
      else if (open === 0) resolve();
    };
  });
  const socket = await openSocket(url, cookie, (kind, frame) => {
    if (kind === '42') return receive(frame);
    open -= 1;
    settle(frame.includes('"ok":true') ? undefined : frame.toString());
  });
  socket.once('close', () => {
    sockets.delete(socket);
    settle('A socket was closed.');
  });
  follows.forEach((wanted, id) => {
    socket.send(`42${id}${JSON.stringify(['subscribe', wanted])}`);
  });
  settle();
  await acknowledged;
  return socket;
}

function receive(frame: Buffer): void {
  if (!schedule) return;
  const at = now();
  const indexes = indexesIn(frame);
  for (const index of indexes) {
    if (index < schedule.count) durations.push(at - dueAt(schedule, index));
  }
  if (indexes.length === 1) sample ||= frame.toString();
}

async function closeAll(): Promise<void> {
  const closing = [...sockets].map(
    (socket) => new Promise((resolve) => socket.once('close', resolve)),
  );
  for (const socket of sockets) socket.close();
  await Promise.all(closing);
}
