import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The simplest proxy there can be in front of several nodes: each connection goes to the next of
 * them that takes it. It knows nothing of HTTP, sessions or sockets, so nothing sticks anywhere.
 */
export class RoundRobin implements AsyncDisposable {
  /** How many connections each node was given, by its port. */
  readonly given = new Map<number, number>();
  readonly #server: Server = createServer({ pauseOnConnect: true }, (client) => {
    this.#lead(client, this.given.size);
  });
  readonly #open = new Set<Socket>();
  #turn = 0;

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port is free.');
    return `http://127.0.0.1:${address.port}`;
  }

  add(port: number): void {
    this.given.set(port, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const client of this.#open) client.destroy();
    await closed;
  }

  #lead(client: Socket, attempts: number): void {
    const ports = [...this.given.keys()];
    const port = ports[(this.#turn += 1) % ports.length] ?? 0;
    const node = connect(port, '127.0.0.1');
    const refused = () => {
      if (attempts > 1) this.#lead(client, attempts - 1);
      else client.destroy();
    };
    node.once('error', refused);
    node.once('connect', () => {
      node.off('error', refused);
      this.given.set(port, (this.given.get(port) ?? 0) + 1);
      for (const end of [client, node]) {
        end.on('error', () => undefined); // the other end is told by the close
        end.once('close', () => (end === client ? node : client).destroy());
      }
      this.#open.add(client);
      client.once('close', () => this.#open.delete(client));
      client.pipe(node).pipe(client);
    });
  }
}
