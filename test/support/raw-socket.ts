import type { Session } from './session.ts';

/** A WebSocket that says what no client would: frames of engine.io by hand. */
export class RawSocket {
  readonly #socket: WebSocket;
  readonly #closed: Promise<string>;
  readonly #frames: string[] = [];

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#closed = new Promise((resolve) => {
      socket.addEventListener('close', () => resolve('closed'));
    });
    socket.addEventListener('message', ({ data }) => this.#frames.push(String(data)));
  }

  static async open({ url, cookie, origin }: Session): Promise<RawSocket> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const options = { headers: { cookie, origin } };
    const socket = new WebSocket(address, options as unknown as string[]);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('No WebSocket was opened.')));
    });
    return new RawSocket(socket);
  }

  send(frame: string): void {
    this.#socket.send(frame);
  }

  /** The first frame that starts so, or `closed` when none will come any more. */
  async answered(start: string): Promise<string> {
    for (;;) {
      const found = this.#frames.find((frame) => frame.startsWith(start));
      if (found) return found;
      const next = new Promise<null>((resolve) => {
        this.#socket.addEventListener('message', () => resolve(null), { once: true });
      });
      const end = await Promise.race([next, this.#closed]);
      if (end) return end;
    }
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.#closed;
  }
}
