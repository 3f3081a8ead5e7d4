import type { Connection } from './connection.ts';

/** The signed-in sockets of this node. */
export class Connections {
  readonly #bySocket = new Map<string, Connection>();
  readonly #perAccount = new Map<string, number>();

  add(connection: Connection): void {
    this.#bySocket.set(connection.socket.id, connection);
    this.#count(connection, 1);
  }

  remove(connection: Connection): void {
    if (this.#bySocket.delete(connection.socket.id)) this.#count(connection, -1);
  }

  of(socketId: string): Connection | undefined {
    return this.#bySocket.get(socketId);
  }

  get size(): number {
    return this.#bySocket.size;
  }

  /** The number of an account's connections. */
  countOf(accountId: string): number {
    return this.#perAccount.get(accountId) ?? 0;
  }

  /** A copy of all connections, so that one can be ended during iteration. */
  get all(): Connection[] {
    return [...this.#bySocket.values()];
  }

  #count({ person: { accountId } }: Connection, by: 1 | -1): void {
    const count = this.countOf(accountId) + by;
    if (count > 0) this.#perAccount.set(accountId, count);
    else this.#perAccount.delete(accountId);
  }
}
