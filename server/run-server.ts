import { setupLink } from './context.ts';
import { BAD_CONFIGURATION, CannotStart } from './core/cannot-start.ts';
import { outageOf } from './core/db/outage.ts';
import { BadEnvironment, type Config, readConfig } from './core/env.ts';
import { addressToOpen } from './core/http/own-address.ts';
import { createLog, type Log } from './core/log.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** What listening fails with where the host is none of this machine's. */
const UNHEARD: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'];
const LONGEST_STOP_MS = 9_500;

/** The configuration of this process; a bad one ends it with status 78 and says what is wrong. */
export function readProcessConfig(): { config: Config; log: Log } {
  try {
    const config = readConfig(process.env);
    return { config, log: createLog(config.logLevel) };
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    endMisconfigured(error.message);
  }
}

/** The process starts a node and says where it is, and how to set it up while nobody has. */
export async function runServer(
  config: Config,
  log: Log,
  clientFolder: string | null,
): Promise<RunningServer> {
  process.stdout.on('error', () => undefined); // nobody reads on: no reason to end
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'a promise was rejected that nobody looked at');
  });
  const server = await startServer({ config, log, clientFolder }).catch((error: unknown) =>
    explainFailure(error, config),
  );
  const inWords = (url: string) => (config.publicUrl === null ? addressToOpen(url) : url);
  process.stdout.write(`Canopy is at ${inWords(server.context.publicUrl)}\n`);
  const link = await setupLink(server.context);
  if (link) process.stdout.write(`Set it up (works once): ${inWords(link)}\n`);
  return server;
}

/** What an operator can mend is said in a sentence; the rest is a fault and shows whole. */
function explainFailure(error: unknown, config: Config): never {
  const { code, message, syscall, hostname } = error as NodeJS.ErrnoException & {
    hostname?: string;
  };
  if (error instanceof BadEnvironment) endMisconfigured(error.message);
  if (error instanceof CannotStart) end(message, error.status);
  const isOfListening = syscall === 'listen' || hostname === config.host;
  if (isOfListening && code !== undefined && UNHEARD.includes(code)) {
    endMisconfigured(`CANOPY_HOST: this machine cannot listen there (${code}).`);
  }
  if (code === 'EACCES' && syscall === 'listen') {
    endMisconfigured('PORT: this user may not listen there; choose a port from 1024 on.');
  }
  if (code === 'EADDRINUSE') end('The port is taken; choose another one with PORT.');
  const outage = outageOf(error);
  const { dataDir, databaseUrl } = config;
  const place = databaseUrl ? `at ${new URL(databaseUrl).host}` : `in ${dataDir}`;
  if (outage === 'full') end(`There is no room left for the database ${place}.`);
  if (outage) end(`The database ${place} cannot be used: ${message}`);
  throw error;
}

function end(sentence: string, status = 1): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(status);
}

function endMisconfigured(message: string): never {
  end(`The configuration cannot be used:\n${message}`, BAD_CONFIGURATION);
}

/** The promise resolves when the process is told to stop; a stop that hangs is cut short. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
      resolve();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}
