import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startHelper, stop } from './children.ts';
import type { Flow, HeldWhile } from './flow.ts';
import type { NodeAnswer, NodeOrder } from './measured-node.ts';
import type { Memory } from './memory.ts';
import type { Schedule } from './schedule.ts';

/** What a node used up to now, or in a stretch of time. */
export interface Usage {
  cpuMs: number;
  statements: number;
}

/** A node of the product that tells what it uses, in a process of its own. */
export class ProductNode implements AsyncDisposable {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  static async start(dataDir: string): Promise<ProductNode> {
    const process = startHelper(import.meta.resolve('./measured-node.ts'), [dataDir]);
    const [url] = (await once(process, 'message')) as [string];
    return new ProductNode(process, url);
  }

  /** Delivers one change after another, each in a frame of its own. */
  async deliver(organisationId: string, schedule: Schedule): Promise<void> {
    await this.#order({ type: 'deliver', organisationId, schedule });
  }

  /** Puts so many commits into the log at once; answers when their delivery began. */
  async commit(organisationId: string, count: number): Promise<number> {
    return (await this.#order({ type: 'commit', organisationId, count })).begunAt;
  }

  /** What the node used while something was done. */
  async usageOf(act: () => Promise<unknown>): Promise<Usage> {
    const before = await this.#order({ type: 'usage' });
    await act();
    const after = await this.#order({ type: 'usage' });
    return {
      cpuMs: after.cpuMs - before.cpuMs,
      statements: after.statements - before.statements,
    };
  }

  /** Delivers changes for some time; answers what the node held meanwhile. */
  async flow(organisationId: string, flow: Flow): Promise<HeldWhile> {
    const { held } = await this.#order({ type: 'flow', organisationId, flow });
    if (!held) throw new Error('The node did not measure what it held.');
    return held;
  }

  async memory(): Promise<Memory> {
    const { memory } = await this.#order({ type: 'memory' });
    return memory ?? { resident: Number.NaN, held: Number.NaN };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#process);
  }

  async #order(order: NodeOrder): Promise<NodeAnswer> {
    this.#process.send(order);
    const [answer] = (await once(this.#process, 'message')) as [NodeAnswer];
    return answer;
  }
}
