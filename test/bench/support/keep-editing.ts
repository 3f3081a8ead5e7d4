import { setTimeout as wait } from 'node:timers/promises';
import type { Crowd } from './crowd.ts';
import { HttpClient } from './http-client.ts';
import { markOf } from './load-protocol.ts';

const PAUSE_MS = 50;

/** An editor who goes on whatever happens to the server, until it is stopped. */
export interface Editing extends AsyncDisposable {
  stop: () => Promise<void>;
}

export function keepEditing(url: string, { editor, edited }: Crowd): Editing {
  const http = new HttpClient(url, { cookie: editor });
  let isStopped = false;
  const work = async () => {
    for (let index = 0; !isStopped; index += 1) {
      const path = `/api/organisations/${edited[index % edited.length]}`;
      try {
        await http.patch(path, '*', { description: `${markOf(index)} of ${Date.now()}` });
      } catch {
        // nobody answers: the next edit may be luckier
      }
      await wait(PAUSE_MS);
    }
  };
  const working = work();
  const stop = async () => {
    isStopped = true;
    await working;
    http[Symbol.dispose]();
  };
  return { stop, [Symbol.asyncDispose]: stop };
}
