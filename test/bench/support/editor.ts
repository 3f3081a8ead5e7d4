import type { Crowd } from './crowd.ts';
import { HttpClient } from './http-client.ts';
import { markOf } from './load-protocol.ts';
import { keep, now, type Schedule } from './schedule.ts';
import { type Latencies, latenciesOf } from './statistics.ts';

/** Edits on a schedule, and how long each took to be answered. */
export interface Editor extends Disposable {
  run: (schedule: Schedule) => Promise<Latencies>;
}

/** Edits the product's organisations in turn, each with the version that was seen last. */
export function productEditor(url: string, { editor, edited }: Crowd): Editor {
  const http = new HttpClient(url, { cookie: editor });
  const versions = new Map<string, number>();

  const edit = async (index: number) => {
    const id = edited[index % edited.length] ?? '';
    const path = `/api/organisations/${id}`;
    const answer = await http.patch(path, versions.get(id) ?? '*', { description: markOf(index) });
    if (answer.status !== 200) throw new Error(`An edit was refused: ${answer.text}`);
    versions.set(id, Number(answer.etag?.replaceAll('"', '')));
  };
  return {
    run: (schedule) => timed(schedule, edit),
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
