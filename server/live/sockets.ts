import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { Refusal } from '../../shared/core/refusals.ts';
import {
  type Change,
  Digest,
  type Digested,
  type EndReason,
  SetPresence,
  Subscribe,
  type Subscribed,
  Unsubscribe,
} from '../../shared/live/contract.ts';
import { idsOf } from '../../shared/organisations/path.ts';
import { headOf } from '../core/changes/append-log.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/db/open-database.ts';
import { outageOf } from '../core/db/outage.ts';
import type { ClientAddress } from '../core/http/client-address.ts';
import type { IsOwnOrigin } from '../core/http/request.ts';
import type { Log } from '../core/log.ts';
import { after } from '../core/timers.ts';
import { requireInScope } from '../organisations/require-organisation.ts';
import type { TokenDoor } from '../tokens/token-door.ts';
import { Connection } from './connection.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Feed } from './feed.ts';
import type { CrowdReads } from './crowd-reads.ts';
import { credentialOf, Unauthenticated, unauthenticated } from './handshake.ts';
import { createListener } from './listen-socket.ts';
import type { LogReads } from './log-reads.ts';
import { MovedAway } from './moved-away.ts';
import { replay, RunningDigest, sightOf } from './replay.ts';
import { grantedTopics, type Subscription } from './subscription.ts';

const MAX_PACKET = 64 * 1024;
const REPLAY_CHUNK = 1_000;
/** More changes than these, or a longer way through the log, cost more than a fresh snapshot. */
const MOST_REPLAYED = 20_000;
const LONGEST_WAY = 200_000;
const MOST_SUBSCRIPTIONS = 500;
const MOST_SOCKETS_PER_ACCOUNT = 50;
const LONGEST_TIMER = 2_147_483_647;
const RETRY_MS = 5_000;

/** What the sockets stand on. */
export interface SocketParts {
  database: Database;
  clock: Clock;
  feed: Feed;
  dispatcher: Dispatcher;
  log: Log;
  reads: CrowdReads;
  logReads: LogReads;
  tokenDoor: TokenDoor;
  clientAddress: ClientAddress;
  isOwnOrigin: IsOwnOrigin;
  cookieName: string;
}

/** Socket.IO over the given server; only a pipe: what travels comes from the log alone. */
export function openIo(http: HttpServer, isOwnOrigin: IsOwnOrigin): Server {
  return new Server(http, {
    transports: ['websocket'],
    allowEIO3: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_PACKET,
    connectTimeout: 10_000,
    serveClient: false,
    allowRequest: (request, decide) => {
      const { origin } = request.headers;
      decide(null, origin === undefined || isOwnOrigin(origin, request.headers.host));
    },
  });
}

/** Lets signed-in sockets in and answers what they ask. */
export function serveSockets(io: Server, parts: SocketParts): void {
  io.use((socket, next) => {
    admit(socket, parts).then(
      (connection) => {
        next();
        endWhenExpired(connection, parts);
      },
      (error: unknown) => {
        next(unauthenticated(error, parts.log));
      },
    );
  });
  io.on('connection', (socket) => {
    const connection = parts.dispatcher.connectionOf(socket.id);
    if (!connection) {
      socket.disconnect(true);
      return;
    }
    socket.once('disconnect', () => {
      parts.dispatcher.remove(connection);
    });
    const listen = createListener(socket, parts);
    listen('subscribe', Subscribe, (wanted) => subscribe(parts, connection, wanted));
    listen('unsubscribe', Unsubscribe, ({ scope, organisationId, topics }) => {
      connection.unfollow(scope, organisationId, topics);
      return { ok: true };
    });
    listen('digest', Digest, (wanted) => digest(parts, connection, wanted));
    listen('presence', SetPresence, (where) => takeSeat(parts, connection, where));
  });
}

/** Who opens the socket, as of a moment at which access did not move. */
async function admit(socket: Socket, parts: SocketParts): Promise<Connection> {
  const { dispatcher, reads } = parts;
  const { hash, isOf, account } = await credentialOf(socket, parts);
  for (;;) {
    await dispatcher.whenSettled();
    const { accessVersion } = dispatcher;
    const [person, session] = await Promise.all([reads.person(hash), reads.session(hash)]);
    const facts = isOf === 'token' ? person?.token : session;
    if (!facts || !person) throw new Unauthenticated('Sign in first.');
    if (account !== undefined && account !== person.accountId) {
      throw new Unauthenticated('Somebody else is signed in now.');
    }
    if (dispatcher.countOf(person.accountId) >= MOST_SOCKETS_PER_ACCOUNT) {
      throw new Unauthenticated('Too many connections are open for this account.');
    }
    if (dispatcher.accessVersion !== accessVersion) continue;
    // Who hung up meanwhile never gets a `connection` event, and so would never be removed.
    if (socket.conn.readyState !== 'open') throw new Unauthenticated('Nobody is there any more.');
    const connection = new Connection(socket, { hash, id: facts.id }, person);
    dispatcher.add(connection);
    return connection;
  }
}

/**
 * Decides, reads what was missed, and joins: until nothing moved meanwhile, so that what is
 * joined is what was decided and the replay ends exactly where live changes begin [L2] [L6].
 */
async function subscribe(
  parts: SocketParts,
  connection: Connection,
  wanted: Subscribe,
): Promise<Subscribed> {
  const { feed, dispatcher } = parts;
  const { since } = wanted;
  requireRoom(connection, wanted);
  for (;;) {
    await dispatcher.whenSettled();
    const { accessVersion } = dispatcher;
    const [subscription, isResumable] = await Promise.all([
      decideSubscription(parts, connection, wanted),
      canResume(parts, wanted),
    ]);
    const missed: Change[] = [];
    const source = sourceOf(parts);
    const movedAway = new MovedAway();
    const { person } = connection;
    let from = since ?? feed.head;
    let isWhole = isResumable && feed.head - from <= LONGEST_WAY;
    while (isWhole && from < feed.head) {
      const to = feed.head;
      isWhole = await replay(source, { subscription, person }, { from, to }, (page) => {
        missed.push(...page.changes);
        movedAway.add(page);
        return missed.length <= MOST_REPLAYED;
      });
      from = to;
    }
    isWhole &&= !movedAway.isToldOf(sightOf(source, { subscription, person }));
    if (!isWhole) missed.length = 0;
    if (dispatcher.accessVersion !== accessVersion) continue;

    dispatcher.outbox.flush();
    connection.follow(subscription);
    dispatcher.presence.greet(connection, subscription);
    sendLater(connection, missed.slice(REPLAY_CHUNK));
    return {
      ok: true,
      topics: subscription.topics,
      head: feed.head,
      epoch: feed.epoch,
      ...(since !== undefined && !isWhole && { reset: true as const }),
      changes: missed.slice(0, REPLAY_CHUNK),
    };
  }
}

/** Whether everything after `since` is still there; a node that lags behind it catches up first. */
async function canResume(
  { feed, database }: SocketParts,
  { since, epoch }: Subscribe,
): Promise<boolean> {
  if (since === undefined) return false;
  const life = await feed.readLife();
  if (epoch !== undefined && epoch !== life.epoch) return false;
  if (since > feed.head) {
    if (since > (await headOf(database.em.fork()))) return false;
    await feed.reached(since);
  }
  return since >= life.floor;
}

/** Decides and takes the seat at one moment, like `subscribe`; who hung up meanwhile takes none. */
async function takeSeat(
  { dispatcher, reads }: SocketParts,
  connection: Connection,
  where: SetPresence,
): Promise<{ ok: true }> {
  for (;;) {
    await dispatcher.whenSettled();
    const { accessVersion } = dispatcher;
    const path = where && (await pathTo(where.organisationId));
    if (!connection.socket.connected) return { ok: true };
    if (dispatcher.accessVersion !== accessVersion) continue;
    dispatcher.presence.set(
      connection,
      where && path && { path, view: where.view ?? null, field: where.field ?? null },
    );
    return { ok: true };
  }

  async function pathTo(organisationId: string): Promise<string[]> {
    const located = await reads.place(organisationId);
    return idsOf(requireInScope(connection.person, located).path);
  }
}

async function decideSubscription(
  { reads }: SocketParts,
  { person }: Connection,
  {
    scope,
    organisationId,
    topics: asked = null,
  }: Pick<Subscribe, 'scope' | 'organisationId'> & {
    topics?: Subscription['asked'] | undefined;
  },
): Promise<Subscription> {
  const located = requireInScope(person, await reads.place(organisationId));
  const path = idsOf(located.path);
  const topics = grantedTopics(person, located, asked);
  return { scope, organisationId, path, topics, asked };
}

function requireRoom(connection: Connection, { scope, organisationId }: Subscribe): void {
  const { subscriptions } = connection;
  const isKnown = subscriptions.some(
    (entry) => entry.scope === scope && entry.organisationId === organisationId,
  );
  if (!isKnown && subscriptions.length >= MOST_SUBSCRIPTIONS) {
    throw new Refusal('live.subscriptions', `At most ${MOST_SUBSCRIPTIONS} for one connection.`);
  }
}

/** The rest of a long replay, right behind its acknowledgement and before anything live. */
function sendLater({ socket }: Connection, changes: Change[]): void {
  if (changes.length === 0) return;
  process.nextTick(() => {
    for (let at = 0; at < changes.length; at += REPLAY_CHUNK) {
      socket.emit('changes', changes.slice(at, at + REPLAY_CHUNK));
    }
  });
}

async function digest(
  parts: SocketParts,
  connection: Connection,
  { from, to, ...wanted }: Digest,
): Promise<Digested> {
  const subscription = await decideSubscription(parts, connection, wanted);
  const { person, socket } = connection;
  const stretch = { from, to: Math.min(to, parts.feed.head) };
  const sum = new RunningDigest();
  await replay(sourceOf(parts), { subscription, person }, stretch, ({ changes }) => {
    sum.add(changes);
    return socket.connected;
  });
  return { ok: true, ...sum.value };
}

function sourceOf({ database, feed, dispatcher, logReads: reads }: SocketParts) {
  return { em: database.em.fork(), recent: feed.recent, reads, isClosed: dispatcher.isClosed };
}

/** An end by time is nobody's deed and in no log: the socket looks for itself. */
function endWhenExpired(connection: Connection, parts: SocketParts): void {
  const { token } = connection.person;
  const failure = 'whether a session is over could not be looked up';
  const lookIn = (milliseconds: number) => {
    const most = Math.min(milliseconds + 1_000, LONGEST_TIMER);
    after(most, { log: parts.log, failure, run: look });
  };
  const look = async () => {
    if (!connection.socket.connected) return;
    const ends = token ? token.expiresAt : await sessionEnd();
    if (ends === undefined) lookIn(RETRY_MS);
    else if (ends <= parts.clock.now()) connection.end('expired' satisfies EndReason);
    else lookIn(ends.getTime() - parts.clock.now().getTime());
  };
  const ends = token?.expiresAt.getTime() ?? Infinity;
  lookIn(Math.min(ends - parts.clock.now().getTime(), 60_000));

  /** `undefined` while the database cannot be asked: that ends nobody's session. */
  async function sessionEnd(): Promise<Date | undefined> {
    try {
      const facts = await parts.reads.session(connection.sessionHash);
      return facts?.expiresAt ?? new Date(0);
    } catch (error) {
      if (outageOf(error) === null) throw error;
      return undefined;
    }
  }
}
