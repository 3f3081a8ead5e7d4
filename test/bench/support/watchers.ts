import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { startHelper, stop } from './children.ts';
import type { LoadAnswer, LoadOrder, Watcher } from './load-protocol.ts';
import { now, type Schedule } from './schedule.ts';
import type { Latencies } from './statistics.ts';

const LONGEST_WAIT_MS = 15_000;

/** The sockets of a benchmark, held by the load client's process. */
export class Watchers implements AsyncDisposable {
  readonly #process: ChildProcess = startHelper(import.meta.resolve('./load-client.ts'));

  async connect(url: string, watchers: Watcher[]): Promise<void> {
    await this.#order({ type: 'connect', url, watchers });
  }

  /** From now on deliveries are timed against this schedule. */
  async expect(schedule: Schedule): Promise<void> {
    await this.#order({ type: 'expect', schedule });
  }

  /** How long so many deliveries took; all must come, each once. */
  async received(count: number): Promise<{ latencies: Latencies; sample: string }> {
    const deadline = now() + LONGEST_WAIT_MS;
    for (;;) {
      await wait(200);
      const { latencies, sample } = await this.#order({ type: 'report' });
      if (latencies?.count === count) return { latencies, sample };
      if (now() > deadline || (latencies && latencies.count > count)) {
        throw new Error(`${latencies?.count ?? 0} deliveries arrived; ${count} were due.`);
      }
    }
  }

  async close(): Promise<void> {
    await this.#order({ type: 'close' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#process);
  }

  async #order(order: LoadOrder): Promise<LoadAnswer> {
    this.#process.send(order);
    const [answer] = (await once(this.#process, 'message')) as [LoadAnswer];
    if (answer.error) throw new Error(`The load client failed: ${answer.error}`);
    return answer;
  }
}
