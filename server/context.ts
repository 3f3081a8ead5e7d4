import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Context as HttpContext } from 'hono';
import { AccessEnds } from './access-requests/access-ends.ts';
import { replayGuard } from './access/replay-guard.ts';
import { loadHolder } from './callers/load-person.ts';
import { isSetUpNeeded } from './accounts/set-up.ts';
import { type AuditKey, openAuditKey } from './audit/audit-key.ts';
import { Checkpoints } from './audit/checkpoints.ts';
import { Bounds } from './core/bounds/bounds.ts';
import { AccessEffects } from './core/changes/access-effect.ts';
import { Capture } from './core/changes/capture.ts';
import { StrangersRecords } from './core/changes/strangers-records.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { claimDataDir } from './core/db/claim-data-dir.ts';
import { migrate, openDatabase } from './core/db/open-database.ts';
import { requireDatabaseFile } from './core/db/require-database-file.ts';
import { requireDatabase } from './core/db/require-database.ts';
import { type Caller, Work, type WorkParts } from './core/db/work.ts';
import type { Config } from './core/env.ts';
import { DiskFiles } from './core/files/disk-files.ts';
import { Incoming } from './core/files/incoming.ts';
import { type ClientAddress, clientAddress } from './core/http/client-address.ts';
import { ownAddress } from './core/http/own-address.ts';
import { Transfers } from './core/http/transfers.ts';
import type { Log } from './core/log.ts';
import { createMailer, type Mailer } from './core/mail.ts';
import { openSecrets } from './core/secrets.ts';
import { JobRunner } from './core/jobs/runner.ts';
import { createMetrics, type Metrics } from './core/metrics.ts';
import type { Node } from './core/node.ts';
import { type IsOwnOrigin, ownOrigins } from './core/http/request.ts';
import { startSweeps } from './sweeps.ts';
import type { Feature } from './core/feature.ts';
import {
  entitiesOf,
  features as ours,
  jobKindsOf,
  publicationsOf,
  reactionsOf,
} from './features.ts';
import { Feed } from './live/feed.ts';
import { pathsOf } from './organisations/names-of.ts';
import { german } from './german.ts';
import { speechesWith } from './people/speeches.ts';
import { LogWitness } from './live/log-life.ts';
import { listenForWakeUps, noWakeUp } from './live/wake-up.ts';
import { TokenDoor } from './tokens/token-door.ts';

/** The long-lived things of a node: built once, disposed once; nothing else is global. */
export interface Context extends Node, AsyncDisposable {
  accessEffects: AccessEffects;
  feed: Feed;
  metrics: Metrics;
  readonly jobs: JobRunner;
  /** How many signed-in sockets this node holds. */
  socketCount: () => number;
  auditKey: AuditKey;
  checkpoints: Checkpoints;
  tokenDoor: TokenDoor;
  bounds: Bounds;
  clientAddress: ClientAddress;
  /** Ends access through barriers by time, once it was told to look. */
  accessEnds: AccessEnds;
  publicUrl: string;
  isOwnOrigin: IsOwnOrigin;
}

/** Who calls where no request does. */
const nobody: Caller = {
  sessionHash: null,
  requestId: '',
  address: '',
  userAgent: '',
  idempotency: null,
};

interface ContextOptions {
  clock?: Clock | undefined;
  /** What takes the place of the configured way to send mail. */
  mailer?: Mailer;
  /** The features that the product consists of; all of ours, where nothing is said. */
  features?: readonly Feature[] | undefined;
}

/** The database is opened and migrated, and what stands on it is built. */
export async function createContext(
  config: Config,
  log: Log,
  { clock = systemClock, mailer: given, features = ours }: ContextOptions = {},
): Promise<Context> {
  const release = config.databaseUrl ? () => undefined : claimDataDir(config.dataDir);
  if (config.databaseUrl) await requireDatabase(config.databaseUrl);
  const capture = new Capture(publicationsOf(features));
  const accessEffects = new AccessEffects(capture.publications);
  const witness = new LogWitness(path.join(config.dataDir, 'log.json'), log);
  if (!config.databaseUrl && witness.remembered > 0) requireDatabaseFile(config.dataDir);
  const database = await openDatabase(config, {
    entities: entitiesOf(features),
    subscribers: [capture],
  });
  await migrate(database);
  const feed = new Feed(database, witness, log);
  const wakeUp = config.databaseUrl
    ? listenForWakeUps(
        config.databaseUrl,
        () => {
          feed.wake();
        },
        log,
      )
    : noWakeUp;
  const auditKey = openAuditKey(config);
  const checkpoints = new Checkpoints({ database, key: auditKey, clock, log });
  checkpoints.start();

  const filesDir = config.filesDir ?? path.join(config.dataDir, 'files');
  const secrets = openSecrets(config);
  const bounds = new Bounds(clock);
  const strangersRecords = new StrangersRecords(bounds);
  const mailer =
    given ??
    createMailer({
      publicUrl: () => context.publicUrl,
      smtpUrl: config.smtpUrl,
      outbox: path.join(config.dataDir, 'outbox'),
      log,
    });
  const parts: WorkParts = {
    reactions: reactionsOf(features),
    mailer,
    secrets,
    beginJob: (id) => jobs.begin(id),
    database,
    clock,
    capture,
    accessEffects,
    bounds,
    strangersRecords,
    loadPerson: loadHolder,
    readSpeeches: speechesWith(german),
    pathsOf,
    replayGuard,
    consequences: async (tx, captured) => {
      for (const { settle } of features) await settle?.(tx, captured);
    },
    log,
    committed: async (seq, changesAccess) => {
      feed.wake();
      wakeUp.ring();
      if (changesAccess) await feed.reached(seq);
    },
  };
  const context: Context = {
    features,
    bulkActions: features.flatMap(({ bulkActions = [] }) => bulkActions),
    bulkLists: features.flatMap(({ bulkLists = [] }) => bulkLists),
    config,
    clock,
    log,
    database,
    accessEffects,
    feed,
    metrics: createMetrics(() => context.socketCount()),
    secrets,
    files: new DiskFiles(filesDir),
    incoming: new Incoming(path.join(filesDir, 'incoming')),
    transfers: new Transfers(log),
    auditKey,
    checkpoints,
    bounds,
    strangersRecords,
    tokenDoor: new TokenDoor(bounds),
    mailer,
    accessEnds: new AccessEnds({
      database,
      clock,
      log,
      openWork: () => context.openOwnWork(),
    }),
    get jobs() {
      return jobs;
    },
    socketCount: () => 0,
    clientAddress: clientAddress(config.trustedProxies),
    setupToken: config.setupToken ?? randomBytes(24).toString('base64url'),
    publicUrl: config.publicUrl ?? ownAddress(config.host, config.port),
    isHttps: config.publicUrl?.startsWith('https:') ?? false,
    isOwnOrigin: ownOrigins(() => context.publicUrl, config.publicUrl !== null),
    originFor: (c) => originFor(c, context),
    openWork: (caller) => new Work(parts, caller),
    openOwnWork: () => new Work(parts, nobody),
    async [Symbol.asyncDispose]() {
      sweeps.cancel();
      await sweeps.finish().catch((error: unknown) => {
        log.error({ err: error }, 'what is done when a node stops could not be done');
      });
      await context.accessEnds.stop();
      await wakeUp.stop();
      await feed.stop();
      await jobs.stop();
      mailer.close();
      await checkpoints.stop();
      await database.close(true);
      release();
    },
  };
  const jobs = new JobRunner(context, jobKindsOf(features));
  const sweeps = startSweeps(context, features);
  return context;
}

/** The link that sets the platform up, or `null` where that was done. */
export async function setupLink(context: Context): Promise<string | null> {
  const work = context.openOwnWork();
  if (!(await isSetUpNeeded(work))) return null;
  return new URL(`/setup?token=${context.setupToken}`, context.publicUrl).href;
}

/**
 * Where providers send people back to: the public address, or without one whatever this machine
 * was called by, since cookies of `localhost` do not reach `127.0.0.1`.
 */
function originFor(c: HttpContext, { publicUrl, config, isOwnOrigin }: Context): string {
  const asked = `http://${c.req.header('host') ?? ''}`;
  const isCalledSo = config.publicUrl === null && isOwnOrigin(asked, c.req.header('host'));
  return isCalledSo ? asked : publicUrl;
}
