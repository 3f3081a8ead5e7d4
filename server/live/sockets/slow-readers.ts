import type { Socket } from 'socket.io';

const MOST_PACKETS = 500;
const MOST_BYTES = 1024 * 1024;

interface Transport {
  writeBuffer: { data?: string | ArrayBufferView }[];
  transport?: { socket?: { bufferedAmount: number } };
}

/** Whether a reader does not keep up: engine.io has no backpressure, so what it does not read piles up here. */
export function isSlow(socket: Socket): boolean {
  const { writeBuffer, transport } = socket.conn as unknown as Transport;
  if (writeBuffer.length > MOST_PACKETS) return true;
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += lengthOf(data);
  return bytes > MOST_BYTES;
}

function lengthOf(data: string | ArrayBufferView | undefined): number {
  return typeof data === 'string' ? data.length : (data?.byteLength ?? 0);
}
