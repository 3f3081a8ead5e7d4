import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';
import type { EndReason } from '../../../shared/live/contract.ts';

const CLOSE_AFTER_MS = 1_000;

/** The internals of engine.io and ws that a forced cut needs. */
interface Transport {
  writeBuffer: unknown[];
  transport?: { socket?: { _socket?: TcpSocket } };
}

/**
 * A socket is ended without fail: its queue is discarded, the client is told why, and the TCP
 * connection is reset if the client does not read even that. A plain `disconnect` would let a slow
 * reader drain the queue for half a minute [L5].
 */
export function cutSocket(socket: Socket, reason: EndReason): void {
  const conn = socket.conn as unknown as Transport;
  conn.writeBuffer.length = 0;
  const tcp = conn.transport?.socket?._socket;
  const isStuck = (tcp?.writableLength ?? 0) > 0;
  if (isStuck) {
    tcp?.resetAndDestroy();
    return;
  }
  socket.emit('ended', { reason });
  socket.disconnect(true);
  // eslint-disable-next-line no-restricted-globals -- nothing in it can fail
  setTimeout(() => {
    if (tcp && !tcp.destroyed) tcp.resetAndDestroy();
  }, CLOSE_AFTER_MS).unref();
}
