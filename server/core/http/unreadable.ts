import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Refusal } from '../../../shared/core/refusals.ts';

const reasons: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/**
 * The server answers requests that Node's parser gives up on, before any of our code sees them,
 * with a problem too: a page that is told only "431" takes the server for unreachable and tries
 * again without end.
 */
export function answerUnreadable(http: Server): void {
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(answer(refusalFor(error.code)));
  });
}

function refusalFor(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return new Refusal('request.headers-too-large');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Refusal('request.timeout');
  return new Refusal('request.malformed');
}

function answer(refusal: Refusal): string {
  const body = JSON.stringify(refusal.toProblem());
  return [
    `HTTP/1.1 ${refusal.status} ${reasons[refusal.status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
