import { BareServer } from './support/bare.ts';
import { startProduct } from './support/children.ts';
import type { Crowd } from './support/crowd.ts';
import { bareEditor } from './support/editor.ts';
import { HttpClient } from './support/http-client.ts';
import { markOf } from './support/load-protocol.ts';
import { openSocket } from './support/open-socket.ts';
import type { Figure } from './support/report.ts';
import { now } from './support/schedule.ts';
import { median } from './support/statistics.ts';
import { repeat } from './support/throughput.ts';

const TIMES = 7;

/** One client asks for what it missed; beside a bare server that reads as many rows from its log. */
export async function replayFigures(
  folder: string,
  { editor, edited, watchers: [watcher] }: Crowd,
  missed: number,
): Promise<Figure[]> {
  await using product = await startProduct(folder);
  using http = new HttpClient(product.url, { cookie: editor });
  const wanted = { ...watcher?.follows[0] };
  const cookie = watcher?.cookie ?? '';
  const { head, epoch } = await ask<{ head: number; epoch: string }>(product.url, cookie, [
    'subscribe',
    wanted,
  ]);
  await repeat({ times: missed, atOnce: 8 }, async (index) => {
    const path = `/api/organisations/${edited[index % edited.length]}`;
    const { status, text } = await http.patch(path, '*', { description: markOf(index) });
    if (status !== 200) throw new Error(`An edit was refused: ${text}`);
  });

  await using bare = await BareServer.start();
  using bareEdits = bareEditor(bare.url);
  await bareEdits.run({ startAt: now(), intervalMs: 0, count: missed });
  const resumed = ['subscribe', { ...wanted, since: head, epoch }];
  const { changes } = await ask<{ changes: unknown[] }>(product.url, cookie, resumed);
  if (changes.length !== missed) throw new Error(`${changes.length} changes were replayed.`);
  bare.imitate(`42["changes",${JSON.stringify(changes.slice(0, 1))}]`);

  const times: { product: number; bare: number }[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const resuming = await ask<{ tookMs: number }>(product.url, cookie, resumed);
    const bareAnswer = await ask<{ tookMs: number }>(bare.url, '', ['missed', missed]);
    times.push({ product: resuming.tookMs, bare: bareAnswer.tookMs });
  }
  return [
    {
      what: `${missed} missed changes replayed to one client`,
      value: median(times.map((time) => time.product)),
      unit: 'ms',
      goal: { most: 100 },
    },
    {
      what: 'as many, from the log of a bare server',
      value: median(times.map((time) => time.bare)),
      unit: 'ms',
    },
    {
      what: 'replayed ÷ bare',
      value: median(times.map((time) => time.product / time.bare)),
      unit: '×',
    },
  ];
}

/** Opens a socket, asks one thing, and closes it; timed from the question to its whole answer. */
async function ask<T>(
  url: string,
  cookie: string,
  question: unknown[],
): Promise<T & { tookMs: number }> {
  let answered: (frame: Buffer) => void = () => undefined;
  const answer = new Promise<Buffer>((resolve) => (answered = resolve));
  const socket = await openSocket(url, cookie, (kind, frame) => {
    if (kind === '43') answered(frame);
  });
  const askedAt = now();
  socket.send(`420${JSON.stringify(question)}`);
  const frame = await answer;
  const [body] = JSON.parse(frame.toString('utf8', 3)) as [T];
  const tookMs = now() - askedAt;
  socket.close();
  return { ...body, tookMs };
}
