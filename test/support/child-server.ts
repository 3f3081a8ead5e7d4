import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SETUP_TOKEN } from './server.ts';

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 20;

/** A server in a process of its own, which can be killed without warning and started again. */
export class ChildServer implements AsyncDisposable {
  readonly port: number;
  readonly dataDir: string;
  readonly #databaseUrl: string | null;
  readonly #publicUrl: string | null;
  #child: ChildProcess | undefined;

  constructor(
    port: number,
    dataDir: string,
    addresses: { databaseUrl: string | null; publicUrl: string | null },
  ) {
    this.port = port;
    this.dataDir = dataDir;
    this.#databaseUrl = addresses.databaseUrl;
    this.#publicUrl = addresses.publicUrl;
  }

  /**
   * Starts one on a free port, over a data directory of its own or a shared PostgreSQL; people may
   * know it by another address than its own.
   */
  static async start(
    databaseUrl: string | null = null,
    publicUrl: string | null = null,
    folder?: string,
  ): Promise<ChildServer> {
    const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'canopy-child-')));
    const server = new ChildServer(await freePort(), dataDir, { databaseUrl, publicUrl });
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get publicUrl(): string {
    return this.#publicUrl ?? this.url;
  }

  /** The process that runs now. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Whether it ended, by itself or because it was told to. */
  get hasEnded(): boolean {
    return this.#child?.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['server/dev-api.ts'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(this.port),
        CANOPY_DATA_DIR: this.dataDir,
        CANOPY_DATABASE_URL: this.#databaseUrl ?? '',
        CANOPY_PUBLIC_URL: this.#publicUrl ?? '',
        CANOPY_SETUP_TOKEN: SETUP_TOKEN,
        CANOPY_LOG_LEVEL: 'silent',
      },
    });
    this.#child = child;
    const limit = performance.now() + READY_WITHIN_MS;
    while (!(await isReady(this.url))) {
      if (child.exitCode !== null || performance.now() > limit) {
        await this.kill();
        throw new Error('The server did not start.');
      }
      await wait(LOOK_EVERY_MS); // not at once again: it needs the processor to start
    }
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** The same, and starts it on what is left. */
  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || this.hasEnded) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
