import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { withInnerParts } from '../../../shared/access/actions.ts';
import { Digest, SetPresence, Subscribe, Unsubscribe } from '../../../shared/live/contract.ts';
import type { Clock } from '../../core/clock.ts';
import type { Database } from '../../core/db/open-database.ts';
import type { ClientAddress } from '../../core/http/client-address.ts';
import type { IsOwnOrigin } from '../../core/http/request.ts';
import type { Log } from '../../core/log.ts';
import type { TokenDoor } from '../../tokens/token-door.ts';
import { admit } from './admit.ts';
import type { CrowdReads } from '../crowd-reads.ts';
import { digest } from '../digest.ts';
import type { Dispatcher } from '../dispatcher.ts';
import { endWhenExpired } from './end-when-expired.ts';
import type { Feed } from '../feed.ts';
import { unauthenticated } from './handshake.ts';
import { createListener } from './listen-socket.ts';
import type { LogReads } from '../log-reads.ts';
import { subscribe } from './subscribe.ts';
import { takeSeat } from './take-seat.ts';

const MAX_PACKET = 64 * 1024;

/** The services that the sockets depend on. */
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

/** The node lets signed-in sockets in and answers what they ask. */
export function serveSockets(io: Server, parts: SocketParts): void {
  const { inFlight } = parts.dispatcher;
  io.use((socket, next) => {
    inFlight.track(admit(socket, parts)).then(
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
    const connection = parts.dispatcher.connections.of(socket.id);
    if (!connection) {
      socket.disconnect(true);
      return;
    }
    socket.once('disconnect', () => {
      parts.dispatcher.remove(connection);
    });
    const listen = createListener(socket, { ...parts, inFlight });
    listen('subscribe', Subscribe, (wanted) => subscribe(parts, connection, wanted));
    listen('unsubscribe', Unsubscribe, ({ scope, organisationId, topics }) => {
      connection.unfollow(scope, organisationId, topics && withInnerParts(topics));
      return { ok: true };
    });
    listen('digest', Digest, (wanted) => digest(parts, connection, wanted));
    listen('presence', SetPresence, (where) => takeSeat(parts, connection, where));
  });
}
