import { WebSocket } from 'ws';
import { indexesIn, type LoadAnswer, type LoadOrder, type Watcher } from './load-protocol.ts';
import { dueAt, now, type Schedule } from './schedule.ts';
import { latenciesOf } from './statistics.ts';

/**
 * Many sockets in one process, which speaks engine.io and Socket.IO by hand: whole clients would
 * cost more than the server that is measured. Frames are not parsed, only searched for the mark.
 */
const AT_ONCE = 40;

const sockets = new Set<WebSocket>();
let schedule: Schedule | null = null;
let durations: number[] = [];
let sample = '';

process.on('message', (order: LoadOrder) => {
  void obey(order).then(
    () => answer(null),
    (error: unknown) => answer(String(error)),
  );
});
process.on('disconnect', () => process.exit());

async function obey(order: LoadOrder): Promise<void> {
  if (order.type === 'connect') await connectAll(order.url, order.watchers);
  if (order.type === 'close') await closeAll();
  if (order.type === 'expect') {
    schedule = order.schedule;
    durations = [];
  }
}

function answer(error: string | null): void {
  const latencies = durations.length > 0 ? latenciesOf(durations) : null;
  process.send?.({ sockets: sockets.size, latencies, sample, error } satisfies LoadAnswer);
}

async function connectAll(url: string, watchers: Watcher[]): Promise<void> {
  const waiting = watchers.values();
  const connectNext = async () => {
    for (const watcher of waiting) sockets.add(await connect(url, watcher));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connectNext));
}

/** Opens a socket, joins the namespace and subscribes; ready when all is acknowledged. */
function connect(url: string, { cookie, follows }: Watcher): Promise<WebSocket> {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    {
      headers: { origin: url, ...(cookie && { cookie }) },
      perMessageDeflate: false,
      skipUTF8Validation: true,
    },
  );
  return new Promise((resolve, reject) => {
    let open = follows.length;
    const isReady = () => open === 0 && resolve(socket);
    socket.once('error', reject);
    socket.once('close', () => {
      sockets.delete(socket);
      reject(new Error('A socket was closed.'));
    });
    socket.on('message', (data: Buffer) => {
      const kind = data.toString('latin1', 0, 2);
      if (kind === '42') return receive(data);
      if (data[0] === 0x32) return socket.send('3'); // a ping is answered by a pong
      if (data[0] === 0x30) return socket.send('40'); // open: join the namespace
      if (kind === '44') return reject(new Error(data.toString()));
      if (kind === '40') {
        follows.forEach((wanted, id) => {
          socket.send(`42${id}${JSON.stringify(['subscribe', wanted])}`);
        });
        isReady();
      } else if (kind === '43') {
        if (!data.includes('"ok":true')) reject(new Error(data.toString()));
        open -= 1;
        isReady();
      }
    });
  });
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
