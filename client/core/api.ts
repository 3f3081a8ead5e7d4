import type { AnswerOf, Endpoint, Method } from '../../shared/core/endpoint.ts';
import type { FieldError, Problem } from '../../shared/core/problem.ts';
import { PAGE_PURPOSE, PURPOSE_HEADER } from '../../shared/core/purpose.ts';
import { type Addressed, type BodyOf, endpointUrl, queryString } from './endpoint-url.ts';
import { isAnswerOf, isProblem, numberIn, readJson } from './read-answer.ts';
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
const SESSION_URL = `/api${SESSION_PATH}`;

/** Of a request that is tried until it is answered, or until nobody waits for it. */
interface Tried {
  /** The same over every retry, so that one whose answer got lost is not carried out twice. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What an endpoint is called with: what fills in its address, its body, and the version seen. */
export type Given<E extends Endpoint> = Addressed<E> &
  BodyOf<E> &
  Tried &
  // `*` overwrites knowingly.
  (E['method'] extends 'PATCH' ? { readonly version: number | '*' } : unknown);

type Arguments<E extends Endpoint> =
  object extends Given<E> ? [given?: Given<E>] : [given: Given<E>];

interface Sent extends Tried {
  body?: unknown;
  version?: number | '*';
}

type Query = Record<string, string | number | undefined>;

/** A request as it is sent. */
interface Request {
  method: Method;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  signal: AbortSignal | undefined;
  /** Whether a body is such as is answered there. */
  isAnswer: (body: unknown) => boolean;
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

  /** Calls an endpoint with all that it takes. */
  call<E extends Endpoint>(
    endpoint: E,
    ...[given]: Arguments<NoInfer<E>>
  ): Promise<Answer<AnswerOf<E>>> {
    const { method, answers } = endpoint;
    const { body, version, key, signal } = (given ?? {}) as Sent;
    return this.#send({
      method,
      url: endpointUrl(endpoint, given ?? ({} as Given<E>)),
      headers: {
        ...(version !== undefined && { 'if-match': version === '*' ? '*' : `"${version}"` }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: method === 'POST' ? (body ?? {}) : body,
      signal,
      isAnswer: (answer) => isAnswerOf(answers, answer),
    });
  }

  async #send<T>(request: Request, isRepeated = false): Promise<Answer<T>> {
    const response = await this.#reach(request);
    const body = await readJson(response);
    if (response.ok) {
      if (!request.isAnswer(body)) throw foreignAnswer(response.status);
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
      return this.#send<T>(request, true);
    }
    throw new ApiError(body, numberIn(response.headers.get('retry-after')));
  }

  async #reach({ method, url, headers, body, signal }: Request): Promise<Response> {
    const accountId = url === SESSION_URL ? undefined : this.accountId?.();
    const sentAt = Date.now();
    try {
      const response = await this.#fetch(url, {
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

  // The ways in of before, for what is not called as an endpoint yet.

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer<T>> {
    return this.#plain<T>('GET', `${path}${queryString(query ?? {})}`, { signal });
  }

  post<T>(path: string, body: unknown = {}, idempotencyKey?: string): Promise<Answer<T>> {
    const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
    return this.#plain<T>('POST', path, { body, headers });
  }

  put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#plain<T>('PUT', path, { body });
  }

  patch<T>(
    path: string,
    patch: unknown,
    version: number | '*',
    { key, signal }: { key?: string; signal?: AbortSignal } = {},
  ): Promise<Answer<T>> {
    const headers = {
      'if-match': version === '*' ? '*' : `"${version}"`,
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    return this.#plain<T>('PATCH', path, { body: patch, headers, signal });
  }

  delete(path: string): Promise<Answer<undefined>> {
    return this.#plain('DELETE', path, {});
  }

  #plain<T>(
    method: Method,
    path: string,
    {
      body,
      headers = {},
      signal,
    }: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal | undefined },
  ): Promise<Answer<T>> {
    return this.#send({ method, url: `/api${path}`, headers, body, signal, isAnswer: () => true });
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
