import type { Socket } from 'socket.io';

const MOST_PACKETS = 500;
const MOST_BYTES = 1024 * 1024;

interface Transport {
  writeBuffer: unknown[];
  transport?: { socket?: { bufferedAmount: number } };
}

/** Whether a reader does not keep up: engine.io has no backpressure, so what it does not read piles up here. */
export function isSlow(socket: Socket): boolean {
  const { writeBuffer, transport } = socket.conn as unknown as Transport;
  const bytes = transport?.socket?.bufferedAmount ?? 0;
  return writeBuffer.length > MOST_PACKETS || bytes > MOST_BYTES;
}
