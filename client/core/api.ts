import { PAGE_PURPOSE, PURPOSE_HEADER } from '../../shared/core/purpose.ts';
import type { FieldError, Problem } from '../../shared/core/problem.ts';
import { setByAnswer } from './server-clock.ts';

/** What a request brought: the body, how new it is in the log, and the record's version. */
export interface Answer<T> {
  data: T;
  /** The log's head that the answer is at least as new as; `undefined` where none was told. */
  seq: number | undefined;
  /** The version that the ETag names, for a single record. */
  version: number | undefined;
}

/** The server understood and said no. The problem says why, in words meant for the person. */
export class ApiError extends Error {
  readonly problem: Problem;
  /** Seconds to wait before asking again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail);
    this.name = 'ApiError';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  /** What is wrong with each field, by its dotted path. */
  get fields(): readonly FieldError[] {
    return this.problem.errors ?? [];
  }
}

/** Nobody answered, or something in between did. Whether the request was carried out is unknown. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('Canopy could not be reached.', { cause });
    this.name = 'Unreachable';
  }
}

/** Answers whose session it is, to whoever asks. */
export const SESSION_PATH = '/auth/session';

type Query = Record<string, string | number | undefined>;

interface Request {
  method?: string;
  query?: Query | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** Of a write that is tried until it is answered. */
interface Retried {
  /** The same over every retry, so that one whose answer got lost is not carried out twice. */
  key?: string;
  signal?: AbortSignal;
}

/**
 * Every call to the server goes through here: JSON both ways, refusals as `ApiError`, silence as
 * `Unreachable`, and a session that has ended told to `onunauthenticated` once for all callers.
 */
export class Api {
  readonly #fetch: typeof fetch;
  /** For whom requests are made, so that none is carried out as somebody else. */
  accountId: (() => string | undefined) | undefined;
  onunauthenticated: (() => void) | undefined;
  /** This browser is somebody else's by now. */
  onanother: (() => void) | undefined;
  /** The session owes a step of signing in before it opens anything. */
  onpending: (() => void) | undefined;
  /** Asks the person to show who they are; whether they did, and the request is made once more. */
  onreauthenticate: (() => Promise<boolean>) | undefined;

  constructor(fetcher: typeof fetch = (...args) => fetch(...args)) {
    this.#fetch = fetcher;
  }

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer<T>> {
    return this.#send<T>(path, { query, signal });
  }

  /** `idempotencyKey` for what creates: the same over every retry of the same form. */
  post<T>(path: string, body: unknown = {}, idempotencyKey?: string): Promise<Answer<T>> {
    const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
    return this.#send<T>(path, { method: 'POST', body, headers });
  }

  put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#send<T>(path, { method: 'PUT', body });
  }

  /** A merge patch on the version that the person saw; `*` overwrites knowingly. */
  patch<T>(
    path: string,
    patch: unknown,
    version: number | '*',
    { key, signal }: Retried = {},
  ): Promise<Answer<T>> {
    const headers = {
      'if-match': version === '*' ? '*' : `"${version}"`,
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    return this.#send<T>(path, { method: 'PATCH', body: patch, headers, signal });
  }

  delete(path: string): Promise<Answer<undefined>> {
    return this.#send(path, { method: 'DELETE' });
  }

  async #send<T>(path: string, request: Request, isRepeated = false): Promise<Answer<T>> {
    const response = await this.#reach(path, request);
    const body = await readJson(response);
    if (response.ok) {
      return {
        data: body as T,
        seq: numberIn(response.headers.get('x-change-seq')),
        version: numberIn(response.headers.get('etag')),
      };
    }
    if (!isProblem(body)) throw foreignAnswer(response.status);
    if (body.code === 'auth.required') this.onunauthenticated?.();
    if (body.code === 'auth.another') this.onanother?.();
    if (body.code === 'auth.pending') this.onpending?.();
    if (body.code === 'auth.reauthenticate' && !isRepeated && (await this.onreauthenticate?.())) {
      return this.#send<T>(path, request, true);
    }
    throw new ApiError(body, numberIn(response.headers.get('retry-after')));
  }

  async #reach(path: string, { method = 'GET', query, body, headers, signal }: Request) {
    const accountId = path === SESSION_PATH ? undefined : this.accountId?.();
    const sentAt = Date.now();
    try {
      const response = await this.#fetch(`/api${path}${queryString(query)}`, {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(accountId !== undefined && { 'canopy-account': accountId }),
          ...(method === 'GET' && { [PURPOSE_HEADER]: PAGE_PURPOSE }),
          ...(body === undefined ? {} : { 'content-type': contentType(method) }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
      setByAnswer(response.headers.get('date'), sentAt, Date.now());
      return response;
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Unreachable(error);
    }
  }
}

/** The request itself is what is refused: malformed, too large, its address or headers too long. */
const FINAL = [400, 413, 414, 431];

/**
 * An answer that somebody between the page and Canopy gave. One that blames the request is final:
 * the same request would get it again, so it must not count as silence, which is tried again.
 */
function foreignAnswer(status: number): Error {
  if (!FINAL.includes(status)) return new Unreachable(`An answer ${status} that is not ours.`);
  const title = `Something between this page and Canopy refused the request (${status})`;
  return new ApiError({
    type: 'about:blank',
    title,
    status,
    code: status === 431 ? 'request.headers-too-large' : 'request.intercepted',
    detail: title,
  });
}

function contentType(method: string): string {
  return method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
}

function queryString(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function numberIn(header: string | null): number | undefined {
  const digits = header === null ? null : /\d+/.exec(header);
  return digits ? Number(digits[0]) : undefined;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
