import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { BareOrder } from './bare-server.ts';
import { startHelper, stop } from './children.ts';
import type { Flow, HeldWhile } from './flow.ts';
import type { Memory } from './memory.ts';
import type { Schedule } from './schedule.ts';

/** The bare pipeline, in a process of its own. */
export class BareServer implements AsyncDisposable {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** On any free port where none is given. */
  static async start({ port = 0 } = {}): Promise<BareServer> {
    const process = startHelper(import.meta.resolve('./bare-server.ts'), [`${port}`]);
    const [url] = (await once(process, 'message')) as [string];
    return new BareServer(process, url);
  }

  /** Sends events of the same size and make as the product's, from one of its frames. */
  imitate(frame: string): void {
    const [, text = '[]'] = /^42\["changes",(.*)\]$/.exec(frame) ?? [];
    this.#order({ type: 'event', text: text.replace(/bench edit \d+/, 'bench edit 000000') });
  }

  /** Broadcasts on a schedule, with neither HTTP nor a database before it. */
  broadcast(schedule: Schedule): void {
    this.#order({ type: 'broadcast', schedule });
  }

  async memory(): Promise<Memory> {
    this.#order({ type: 'memory' });
    const [memory] = (await once(this.#process, 'message')) as [Memory];
    return memory;
  }

  /** Broadcasts for some time; answers what the process held meanwhile. */
  async flow(flow: Flow): Promise<HeldWhile> {
    this.#order({ type: 'flow', flow });
    const [held] = (await once(this.#process, 'message')) as [HeldWhile];
    return held;
  }

  /** Ends it as a power cut would. */
  kill(): Promise<void> {
    return stop(this.#process, 'SIGKILL');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#process);
  }

  #order(order: BareOrder): void {
    this.#process.send(order);
  }
}
