import { Agent, request } from 'node:http';

/** An answer, read to its end. */
export interface Answer {
  status: number;
  etag: string | undefined;
  text: string;
}

/** A caller with connections that stay open; `fetch` would cost as much as what is measured. */
export class HttpClient implements Disposable {
  readonly #agent: Agent;
  readonly #url: string;
  readonly #cookie: string;

  constructor(url: string, { cookie = '', connections = 8 } = {}) {
    this.#url = url;
    this.#cookie = cookie;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path);
  }

  patch(path: string, version: number | '*', body: object): Promise<Answer> {
    const ifMatch = version === '*' ? '*' : `"${version}"`;
    return this.#send('PATCH', path, JSON.stringify(body), { 'if-match': ifMatch });
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }

  async #send(method: string, path: string, body = '', headers = {}): Promise<Answer> {
    try {
      return await this.#attempt(method, path, body, headers);
    } catch (error) {
      // The server closed the connection, idle too long, just as it was taken up again.
      if (!(error instanceof StaleConnection)) throw error;
      return this.#attempt(method, path, body, headers);
    }
  }

  #attempt(method: string, path: string, body: string, headers: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.#url), {
        method,
        agent: this.#agent,
        headers: {
          cookie: this.#cookie,
          ...(body && {
            'content-type': 'application/merge-patch+json',
            'content-length': Buffer.byteLength(body),
          }),
          ...headers,
        },
      });
      sent.on('error', (error) => {
        reject(sent.reusedSocket ? new StaleConnection(error.message) : error);
      });
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('error', reject);
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            etag: response.headers.etag,
            text: Buffer.concat(chunks).toString(),
          });
        });
      });
      sent.end(body);
    });
  }
}

class StaleConnection extends Error {}
