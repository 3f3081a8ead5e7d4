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
      const report = await this.#order({ type: 'report', due: count });
      const { latencies, deliveries, sample } = report;
      if (latencies && deliveries === count) return { latencies, sample };
      if (now() > deadline || deliveries > count) {
        throw new Error(`${deliveries} deliveries arrived; ${count} were due.`);
      }
    }
  }

  /** Stops to read, as the browser of a machine does that sleeps. */
  async freeze(): Promise<void> {
    await this.#order({ type: 'freeze' });
  }

  /** Reads on, and tells how many sockets there still are after a moment. */
  async thaw(): Promise<number> {
    await this.#order({ type: 'thaw' });
    await wait(1_000);
    return (await this.#order({ type: 'report', due: Infinity })).sockets;
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
