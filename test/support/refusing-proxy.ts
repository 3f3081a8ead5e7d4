import { createServer, request, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy that lets requests through and, until it is told otherwise, no upgrade to a WebSocket. */
export class RefusingProxy implements AsyncDisposable {
  readonly #server: Server;
  /** Upgraded ones too, which the server itself lets go of. */
  readonly #sockets = new Set<Socket>();
  letsUpgrade = false;

  private constructor(target: string) {
    this.#server = createServer((incoming, outgoing) => {
      const { method, headers } = incoming;
      const onward = request(
        new URL(incoming.url ?? '/', target),
        { method, headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('upgrade', (incoming, socket) => {
      socket.on('error', () => socket.destroy());
      if (!this.letsUpgrade) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const { method, headers } = incoming;
      const onward = request(new URL(incoming.url ?? '/', target), { method, headers });
      onward.on('error', () => socket.destroy());
      onward.on('upgrade', (answer, far, first) => {
        const lines = Object.entries(answer.headers).map(
          ([name, value]) => `${name}: ${String(value)}`,
        );
        socket.write(['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n'));
        // On a busy machine the first frame arrives with the answer, and would be lost.
        socket.write(first);
        far.on('error', () => socket.destroy());
        far.pipe(socket).pipe(far);
      });
      onward.end();
    });
  }

  static async before(target: string): Promise<RefusingProxy> {
    const proxy = new RefusingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
