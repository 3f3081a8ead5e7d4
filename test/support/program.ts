import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SETUP_TOKEN } from './server.ts';

const root = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 45_000;

/** The server as an operator runs it: a process, its environment, and what it prints. */
export class Program implements AsyncDisposable {
  readonly dataDir: string;
  /** Everything printed so far, the log included. */
  output = '';
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;

  constructor(child: ChildProcess, dataDir: string) {
    this.#child = child;
    this.dataDir = dataDir;
    this.#exit = once(child, 'exit').then(([code]) => code as number | null);
    const keep = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  /** Starts the API on any free port; what it reads of the environment is ours, and what is given. */
  static async start(environment: Record<string, string> = {}): Promise<Program> {
    const dataDir = await mkdtemp(join(tmpdir(), 'canopy-program-'));
    const child = spawn(process.execPath, ['server/dev-api.ts'], {
      cwd: root,
      env: {
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        PORT: '0',
        CANOPY_DATA_DIR: dataDir,
        CANOPY_SETUP_TOKEN: SETUP_TOKEN,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Program(child, dataDir);
  }

  /** Where it is when it is ready, by its bare address: a browser told to be offline still reaches `localhost`. */
  async address(): Promise<string> {
    const found = await this.printed(/Canopy is at (\S+)/);
    return (found[1] ?? '').replace('//localhost:', '//127.0.0.1:');
  }

  /** Resolves when the process has printed something like it. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const limit = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found;
      const next = [this.#child.stdout, this.#child.stderr].map((stream) =>
        stream ? once(stream, 'data', { signal: limit }) : Promise.resolve(),
      );
      const exit = this.#exit.then(() => {
        throw new Error(`It ended before it printed ${pattern}:\n${this.output}`);
      });
      await Promise.race([...next, exit]);
    }
  }

  /** The status that it exits with by itself. */
  exited(): Promise<number | null> {
    return this.#exit;
  }

  /** Asks it to stop, and gives back its exit status. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    return this.#exit;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null) await this.stop('SIGKILL');
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
