import type { Crowd } from './crowd.ts';
import { HttpClient } from './http-client.ts';
import { markOf } from './load-protocol.ts';
import { keep, now, type Schedule } from './schedule.ts';
import { type Latencies, latenciesOf } from './statistics.ts';

/** Edits on a schedule, and how long each took to be answered. */
export interface Editor extends Disposable {
  run: (schedule: Schedule) => Promise<Latencies>;
}

/**
 * Edits the product's organisations in turn, each with the version that was seen last: who edits
 * the same again waits for the answer to the edit before, however long the machine stalls.
 */
export function productEditor(url: string, { editor, edited }: Crowd): Editor {
  const http = new HttpClient(url, { cookie: editor });
  const seen = new Map<string, Promise<number>>();

  const edit = async (id: string, index: number, before: Promise<number> | undefined) => {
    const version = (await before) ?? '*';
    const path = `/api/organisations/${id}`;
    const { status, etag, text } = await http.patch(path, version, { description: markOf(index) });
    if (status !== 200) throw new Error(`An edit was refused: ${text}`);
    return Number(etag?.replaceAll('"', ''));
  };
  const editNext = async (index: number) => {
    const id = edited[index % edited.length] ?? '';
    const version = edit(id, index, seen.get(id));
    seen.set(id, version);
    await version;
  };
  return {
    run: (schedule) => timed(schedule, editNext),
    [Symbol.dispose]: () => http[Symbol.dispose](),
  };
}

/** Edits the bare pipeline's one record. */
export function bareEditor(url: string): Editor {
  const http = new HttpClient(url);
  const edit = async (index: number) => {
    const answer = await http.patch(`/edits/${index}`, '*', { description: markOf(index) });
    if (answer.status !== 200) throw new Error(`An edit was refused: ${answer.text}`);
  };
  return {
    run: (schedule) => timed(schedule, edit),
    [Symbol.dispose]: () => http[Symbol.dispose](),
  };
}

async function timed(
  schedule: Schedule,
  edit: (index: number) => Promise<void>,
): Promise<Latencies> {
  const durations: number[] = [];
  const edits: Promise<void>[] = [];
  await keep(schedule, (index) => {
    const start = now();
    edits.push(edit(index).then(() => void durations.push(now() - start)));
  });
  await Promise.all(edits);
  return latenciesOf(durations);
}
