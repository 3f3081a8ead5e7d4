import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startHelper, stop } from './children.ts';

/** The bare list, in a process of its own. */
export class BareListServer implements AsyncDisposable {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  static async start(dataDir: string): Promise<BareListServer> {
    const process = startHelper(import.meta.resolve('./bare-list-server.ts'));
    process.send(dataDir);
    const [url] = (await once(process, 'message')) as [string];
    return new BareListServer(process, url);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#process);
  }
}
