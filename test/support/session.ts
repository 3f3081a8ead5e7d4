import type { SessionView } from '../../shared/sign-in/contract.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { LiveSocket } from './socket.ts';

/** An answer over HTTP; `body` is the parsed JSON, `text` what came over the wire. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

/** What a request may carry besides its body. */
export interface RequestOptions {
  /** The version that was seen, or the header as it is. */
  ifMatch?: number | string;
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

/** The reader of one browser: plain requests with its cookie, and sockets of the same session. */
export class Session {
  readonly url: string;
  /** Where its pages come from: the public address, which need not be where the server listens. */
  readonly origin: string;
  cookie: string;
  /** What binds a passkey's challenge to this browser, as `name=value`. */
  ceremony = '';
  /** What tells that somebody has signed in with this browser before, as `name=value`. */
  device = '';
  /** What binds a sign-in at a provider to this browser, as `name=value`. */
  flow = '';
  /** Runs before each request. */
  before: (() => Promise<void>) | undefined;

  constructor(url: string, cookie = '', origin = url) {
    this.url = url;
    this.cookie = cookie;
    this.origin = origin;
  }

  get<T = Problem>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.#send('GET', path, undefined, options);
  }

  post<T = Problem>(path: string, body?: unknown, options?: RequestOptions): Promise<Answer<T>> {
    return this.#send('POST', path, body, options);
  }

  put<T = Problem>(path: string, body: unknown, options?: RequestOptions): Promise<Answer<T>> {
    return this.#send('PUT', path, body, options);
  }

  patch<T = Problem>(path: string, body: unknown, options?: RequestOptions): Promise<Answer<T>> {
    return this.#send('PATCH', path, body, options);
  }

  delete<T = Problem>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.#send('DELETE', path, undefined, options);
  }

  /** Any request, its body as it is, for what a well-behaved client never sends. */
  async raw<T = Problem>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const response = await this.#fetch(method, path, init);
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    const body = (isJson && text !== '' ? JSON.parse(text) : text) as T;
    return { status: response.status, headers: response.headers, text, body };
  }

  /** A file as its bytes, with what was said of it. */
  async file(path: string): Promise<{ headers: Headers; bytes: Uint8Array }> {
    const response = await this.#fetch('GET', path);
    return { headers: response.headers, bytes: await response.bytes() };
  }

  /** Who is signed in, holding what. */
  async who(): Promise<SessionView> {
    return bodyOf(await this.get<SessionView>('/auth/session'));
  }

  /** Opens a live connection of this session. */
  socket(): Promise<LiveSocket> {
    return LiveSocket.open(this.url, { cookie: this.cookie, origin: this.origin });
  }

  #send<T>(
    method: string,
    path: string,
    body: unknown,
    { ifMatch, idempotencyKey, headers }: RequestOptions = {},
  ): Promise<Answer<T>> {
    return this.raw<T>(method, path, {
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': etagOf(ifMatch) }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async #fetch(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    await this.before?.();
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      redirect: 'manual',
      ...init,
      headers: { cookie: this.#cookies, origin: this.origin, ...(init.headers as object) },
    });
    this.#keepCookie(response);
    return response;
  }

  #keepCookie(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const kept = pair.endsWith('=') ? '' : pair;
      if (pair.includes('ceremony=')) this.ceremony = kept;
      else if (pair.includes('device=')) this.device = kept;
      else if (pair.includes('flow=')) this.flow = kept;
      else this.cookie = kept;
    }
  }

  get #cookies(): string {
    return [this.cookie, this.ceremony, this.device, this.flow]
      .filter((pair) => pair !== '')
      .join('; ');
  }
}

/** The body of an answer that has to be good; a problem ends the test in its own words. */
export function bodyOf<T>({ status, body, text }: Answer<T>): T {
  if (status >= 300) throw new Error(`Answered ${status}: ${text}`);
  return body;
}

function etagOf(version: number | string): string {
  return typeof version === 'number' ? `"${version}"` : version;
}
