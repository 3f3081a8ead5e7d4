import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock } from '../../server/core/clock.ts';
import type { Config } from '../../server/core/env.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { createTestDatabase } from './database.ts';

export const SETUP_TOKEN = 'the-set-up-token-of-this-world';

/** A real server on a port of its own, over a database of its own. */
export interface TestServer extends AsyncDisposable {
  running: RunningServer;
  url: string;
  /** The address that its people and its mails know. */
  publicUrl: string;
  dataDir: string;
  /** What was logged as an error; nothing, unless a test provokes it and clears it. */
  faults: string[];
}

/** Starts a server that ends, with all that it wrote, when it is disposed. */
export async function startTestServer(
  clock: Clock,
  options: Partial<Config> = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'canopy-world-'));
  const faults: string[] = [];
  const log = pino({ level: 'error', base: null }, { write: (line) => faults.push(line) });
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    publicUrl: null,
    databaseUrl: await createTestDatabase(),
    setupToken: SETUP_TOKEN,
    secretKey: null,
    auditKey: null,
    smtpUrl: null,
    logLevel: 'error',
    changeRetentionDays: 14,
    ...options,
  };
  const running = await startServer({ config, log, clock });
  return {
    running,
    url: running.url,
    publicUrl: running.context.publicUrl,
    dataDir,
    faults,
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`The server logged faults:\n${faults.join('')}`);
    },
  };
}
