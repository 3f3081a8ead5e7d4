import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { Server } from 'socket.io';
import { type Flow, keepFlowing } from './flow.ts';
import { markOf } from './load-protocol.ts';
import { measureMemory } from './memory.ts';
import { keep, type Schedule } from './schedule.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * What the product is compared with: the same stack, and nothing of the product. An edit is one
 * durable SQLite transaction (the record and a row of a log) behind Hono, broadcast to one room
 * after its answer; or, on a schedule of its own, the broadcast alone.
 */
export type BareOrder =
  /** An event like the product's, as the text of its JSON, with the mark of send 0. */
  | { type: 'event'; text: string }
  | { type: 'broadcast'; schedule: Schedule }
  /** Answered by what the process holds. */
  | { type: 'memory' }
  /** Answered by what the process held meanwhile. */
  | { type: 'flow'; flow: Flow };

const ROOM = 'everybody';
let event = '[]';

const folder = temporaryFolder('bare');
const database = new DatabaseSync(join(folder, 'bare.sqlite'));
database.exec('pragma journal_mode = wal; pragma synchronous = full;');
database.exec('create table records (id integer primary key, text text, version integer)');
database.exec('create table log (seq integer primary key autoincrement, at integer, body text)');
database.exec(`insert into records values (1, '', 1)`);
const update = database.prepare('update records set text = ?, version = version + 1 where id = 1');
const append = database.prepare('insert into log (at, body) values (?, ?)');
const latest = database.prepare('select body from log order by seq desc limit ?');

const app = new Hono().patch('/edits/:index', async (c) => {
  const index = Number(c.req.param('index'));
  const { description } = await c.req.json<{ description: string }>();
  database.exec('begin immediate');
  update.run(description);
  append.run(Date.now(), String(index));
  database.exec('commit');
  setImmediate(() => broadcast(index));
  return c.json({ ok: true });
});

const http = createAdaptorServer({ fetch: app.fetch }) as HttpServer;
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
});
io.on('connection', (client) => {
  void client.join(ROOM);
  client.on('missed', (count: number, acknowledge: (answer: object) => void) => {
    const rows = latest.all(count);
    acknowledge({ ok: true, changes: rows.flatMap(({ body }) => eventOf(Number(body))) });
  });
});

http.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
});

process.on('message', (order: BareOrder) => {
  if (order.type === 'event') event = order.text;
  else if (order.type === 'broadcast') void keep(order.schedule, broadcast);
  else if (order.type === 'memory') process.send?.(measureMemory());
  else void keepFlowing(order.flow, broadcast).then((held) => process.send?.(held));
});
process.on('disconnect', leave);
process.on('SIGTERM', leave);

function broadcast(index: number): void {
  io.to(ROOM).emit('changes', eventOf(index));
}

function eventOf(index: number): unknown[] {
  return JSON.parse(event.replace(markOf(0), markOf(index))) as unknown[];
}

function leave(): void {
  database.close();
  process.exit();
}
