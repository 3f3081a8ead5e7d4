import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { startHelper, stop } from './children.ts';
import type { Watcher } from './load-protocol.ts';
import type { Received } from './reader.ts';
import type { ReadersAnswer, ReadersOrder } from './readers-client.ts';
import { now } from './schedule.ts';

const LOOK_EVERY_MS = 100;

/** Readers that come back by themselves when the server was gone, held by a process of their own. */
export class Readers implements AsyncDisposable {
  readonly #process: ChildProcess = startHelper(import.meta.resolve('./readers-client.ts'));
  readonly #count: number;

  private constructor(count: number) {
    this.#count = count;
  }

  /** Opens them; all are caught up when this resolves. */
  static async open(url: string, watchers: Watcher[]): Promise<Readers> {
    const readers = new Readers(watchers.length);
    await readers.#order({ type: 'come', url, watchers });
    await readers.allReady(30_000);
    return readers;
  }

  /** When the last of them was caught up again; fails where that takes too long. */
  async allReady(withinMs: number): Promise<number> {
    const deadline = now() + withinMs;
    for (;;) {
      const { ready, lastReadyAt } = await this.#order({ type: 'report' });
      if (ready === this.#count) return lastReadyAt;
      if (now() > deadline) throw new Error(`${ready} of ${this.#count} readers are back.`);
      await wait(LOOK_EVERY_MS);
    }
  }

  async received(): Promise<Received[]> {
    return (await this.#order({ type: 'report' })).received;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#process);
  }

  async #order(order: ReadersOrder): Promise<ReadersAnswer> {
    this.#process.send(order);
    const [answer] = (await once(this.#process, 'message')) as [ReadersAnswer];
    return answer;
  }
}
