import type { Socket } from 'socket.io';
import { Connection } from './connection.ts';
import { credentialOf, Unauthenticated } from './handshake.ts';
import type { SocketParts } from './sockets.ts';

const MOST_SOCKETS_PER_ACCOUNT = 50;

/**
 * A socket is admitted as the person behind its credential; the decision is repeated where access
 * changes meanwhile.
 */
export async function admit(socket: Socket, parts: SocketParts): Promise<Connection> {
  const { dispatcher, reads } = parts;
  const { hash, isOf, account } = await credentialOf(socket, parts);
  return dispatcher.whileAccessHolds(async (requireHeld) => {
    const [person, session] = await Promise.all([reads.person(hash), reads.session(hash)]);
    const facts = isOf === 'token' ? person?.token : session;
    if (!facts || !person) throw new Unauthenticated('Sign in first.');
    if (account !== undefined && account !== person.accountId) {
      throw new Unauthenticated('Somebody else is signed in now.');
    }
    if (dispatcher.connections.countOf(person.accountId) >= MOST_SOCKETS_PER_ACCOUNT) {
      throw new Unauthenticated('Too many connections are open for this account.');
    }
    requireHeld();
    // A socket that closed meanwhile gets no `connection` event, and so would never be removed.
    if (socket.conn.readyState !== 'open') throw new Unauthenticated('Nobody is there any more.');
    const connection = new Connection(socket, { hash, id: facts.id }, person);
    dispatcher.connections.add(connection);
    return connection;
  });
}
