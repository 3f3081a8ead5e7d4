import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { sessionCookie } from './sign-in/session-cookie.ts';
import { createApp } from './app.ts';
import { type Context, createContext } from './context.ts';
import type { Clock } from './core/clock.ts';
import type { Config } from './core/env.ts';
import { answerUnreadable } from './core/http/unreadable.ts';
import type { Feature } from './core/feature.ts';
import { ownAddress } from './core/http/own-address.ts';
import type { Log } from './core/log.ts';
import { joinCluster } from './live/cluster.ts';
import { CrowdReads } from './live/crowd-reads.ts';
import { LogReads } from './live/log-reads.ts';
import { Dispatcher } from './live/dispatcher.ts';
import { openIo, serveSockets } from './live/sockets/sockets.ts';

const LONGEST_SHUTDOWN_MS = 8_000;

/** A node that answers; disposing it ends its requests, its sockets and its database, in order. */
export interface RunningServer extends AsyncDisposable {
  context: Context;
  url: string;
  app: ReturnType<typeof createApp>;
  dispatcher: Dispatcher;
}

export interface StartOptions {
  config: Config;
  log: Log;
  clock?: Clock;
  clientFolder?: string | null;
  features?: readonly Feature[] | undefined;
  checksAnswers?: boolean;
}

/**
 * The process starts a node: database, HTTP and sockets on one port, and the dispatcher behind
 * them.
 */
export async function startServer({
  config,
  log,
  clock,
  clientFolder = null,
  features,
  checksAnswers = false,
}: StartOptions): Promise<RunningServer> {
  const context = await createContext(config, log, { clock, features });
  const { isOwnOrigin } = context;
  const app = createApp(context, { clientFolder, checksAnswers });
  const http = createAdaptorServer({ fetch: app.fetch }) as HttpServer;
  answerUnreadable(http);
  const io = openIo(http, isOwnOrigin);
  const { clientAddress, database, feed, metrics, tokenDoor } = context;
  const isClustered = config.databaseUrl !== null;
  const cluster = config.databaseUrl ? await joinCluster(io, config.databaseUrl, log) : null;
  const dispatcher = new Dispatcher(io, {
    database,
    clock: context.clock,
    log,
    accessEffects: context.accessEffects,
    accessChanges: () => {
      context.transfers.recheck();
    },
    isClustered,
  });
  feed.onBegin(() => dispatcher.start());
  feed.onCutOff(() => {
    log.error('this node is cut off from the database: its sockets are closed');
    dispatcher.endAll();
  });
  await feed.start(async (rows, delivered) => {
    await dispatcher.deliver(rows, delivered);
    metrics.changes.inc(rows.length);
  });
  context.socketCount = () => dispatcher.connections.size;
  serveSockets(io, {
    database,
    clock: context.clock,
    feed,
    dispatcher,
    log,
    reads: new CrowdReads(context),
    logReads: new LogReads(context.bounds),
    tokenDoor,
    clientAddress,
    isOwnOrigin,
    cookieName: sessionCookie(context.isHttps).name,
  });
  try {
    await listen(http, config);
  } catch (error) {
    await context[Symbol.asyncDispose]();
    throw error;
  }
  await context.accessEnds.look();
  context.jobs.start();
  const { port } = http.address() as AddressInfo;
  const url = ownAddress(config.host, port);
  context.publicUrl = config.publicUrl ?? url;

  return {
    context,
    url,
    app,
    dispatcher,
    async [Symbol.asyncDispose]() {
      const deadline = setTimeout(() => {
        http.closeAllConnections();
      }, LONGEST_SHUTDOWN_MS);
      dispatcher.stop();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      void io.close();
      http.closeIdleConnections();
      await closed;
      clearTimeout(deadline);
      await dispatcher.inFlight.settled();
      await cluster?.leave();
      await context[Symbol.asyncDispose]();
    },
  };
}

function listen(http: HttpServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}
