import { words } from './words.ts';
import type { AnswerOf, Endpoint, WhereVersioned } from '../../shared/core/endpoint.ts';
import type { FieldError, Problem } from '../../shared/core/problem.ts';
import { PAGE_PURPOSE, PURPOSE_HEADER } from '../../shared/core/purpose.ts';
import { findSession } from '../../shared/sign-in/endpoints.ts';
import { type Addressed, type BodyOf, endpointUrl } from './endpoint-url.ts';
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

/** The options of a request that is retried until it is answered, or until nobody waits for it. */
interface Tried {
  /** The same over every retry, so that one whose answer got lost is not carried out twice. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The arguments of a call: the parts of the address, the body, and the version that was seen. */
export type Given<E extends Endpoint> = Addressed<E> &
  BodyOf<E> &
  Tried &
  // `*` overwrites knowingly.
  WhereVersioned<E, { readonly version: number | '*' }>;

type Arguments<E extends Endpoint> =
  object extends Given<E> ? [given?: Given<E>] : [given: Given<E>];

interface Sent extends Tried {
  body?: unknown;
  version?: number | '*';
}

/** One HTTP request, ready to be sent. */
interface Request {
  url: string;
  headers: Record<string, string>;
  body: unknown;
  signal: AbortSignal | undefined;
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
  /**
   * The API asks the person to show who they are; whether they did, and the request is made once
   * more.
   */
  onreauthenticate: (() => Promise<boolean>) | undefined;

  constructor(fetcher: typeof fetch = (...args) => fetch(...args)) {
    this.#fetch = fetcher;
  }

  /** The API calls an endpoint with all that it takes. */
  call<E extends Endpoint>(
    endpoint: E,
    ...[given]: Arguments<NoInfer<E>>
  ): Promise<Answer<AnswerOf<E>>> {
    const { body, version, key, signal } = (given ?? {}) as Sent;
    return this.#send(endpoint, {
      url: endpointUrl(endpoint, given ?? ({} as Given<E>)),
      headers: {
        ...(version !== undefined && { 'if-match': version === '*' ? '*' : `"${version}"` }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: endpoint.method === 'POST' ? (body ?? {}) : body,
      signal,
    });
  }

  async #send<T>(endpoint: Endpoint, request: Request, isRepeated = false): Promise<Answer<T>> {
    const response = await this.#reach(endpoint, request);
    const body = await readJson(response);
    if (response.ok) {
      if (!isAnswerOf(endpoint.answers, body)) throw foreignAnswer(response.status);
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
      return this.#send<T>(endpoint, request, true);
    }
    throw new ApiError(body, numberIn(response.headers.get('retry-after')));
  }

  async #reach(endpoint: Endpoint, { url, headers, body, signal }: Request): Promise<Response> {
    const { method } = endpoint;
    // That one answers whose session it is, to whoever asks.
    const accountId = endpoint === findSession ? undefined : this.accountId?.();
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
}

/** The request itself is what is refused: malformed, too large, its address or headers too long. */
const FINAL = [400, 413, 414, 431];

/**
 * An answer that somebody between the page and Canopy gave. One that blames the request is final:
 * the same request would get it again, so it must not count as silence, which is tried again.
 */
function foreignAnswer(status: number): Error {
  if (!FINAL.includes(status)) return new Unreachable(`An answer ${status} that is not ours.`);
  const title = words.intercepted({ status });
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
