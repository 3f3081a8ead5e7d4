import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock } from '../../server/core/clock.ts';
import type { Config } from '../../server/core/env.ts';
import type { Feature } from '../../server/core/feature.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { createTestDatabase } from './database.ts';
import { type Remains, removeRemains } from './remains.ts';

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
  /** Stops it, and leaves what it wrote to whoever begins with it. */
  leave(): Promise<Remains>;
}

/**
 * Starts a server that ends, with all that it wrote, when it is disposed; on an empty database,
 * or on a copy of what another left.
 */
export async function startTestServer(
  clock: Clock,
  options: Partial<Config> = {},
  remains?: Remains,
  features?: readonly Feature[],
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'canopy-world-'));
  if (remains) await cp(remains.dataDir, dataDir, { recursive: true });
  const own = options.databaseUrl ? null : await createTestDatabase(remains?.databaseUrl);
  const faults: string[] = [];
  const log = pino({ level: 'error', base: null }, { write: (line) => faults.push(line) });
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    filesDir: null,
    publicUrl: null,
    databaseUrl: own,
    setupToken: SETUP_TOKEN,
    secretKey: null,
    auditKey: null,
    auditRetentionDays: null,
    smtpUrl: null,
    logLevel: 'error',
    changeRetentionDays: 14,
    trustedProxies: [],
    providerNetworks: [],
    ...options,
  };
  const running = await startServer({
    config,
    log,
    clock,
    features,
    checksAnswers: features === undefined, // contracts list the product's own records
  });
  const stop = async () => {
    await running[Symbol.asyncDispose]();
    if (faults.length > 0) throw new Error(`The server logged faults:\n${faults.join('')}`);
  };
  return {
    running,
    url: running.url,
    publicUrl: running.context.publicUrl,
    dataDir,
    faults,
    async leave() {
      await stop();
      return { dataDir, databaseUrl: config.databaseUrl };
    },
    async [Symbol.asyncDispose]() {
      try {
        await stop();
      } finally {
        await removeRemains({ dataDir, databaseUrl: own });
      }
    },
  };
}
