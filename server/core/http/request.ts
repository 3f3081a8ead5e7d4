import type { Said } from '../../../shared/core/words/said.ts';
import { says } from '../../../shared/core/words.ts';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { acceptedLanguages } from '../../../shared/core/words/language.ts';
import { PAGE_PURPOSE, PURPOSE_HEADER } from '../../../shared/core/purpose.ts';
import { fieldError, Refusal, refuseField } from '../../../shared/core/refusals.ts';
import { requestHash } from '../db/idempotency.ts';
import type { Caller, Intent } from '../db/work.ts';
import { newId } from '../new-id.ts';
import type { ClientAddress } from './client-address.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const KEYED_METHODS = ['POST', 'PATCH'];
const MOST_KEY_LENGTH = 200;

/** Whether a page at this origin is ours. */
export interface IsOwnOrigin {
  (origin: string, host: string | undefined): boolean;
  /** Why a request from another one is refused, in words that name both, and the cure. */
  whyNot: (origin: string | undefined) => Said;
}

/**
 * Our own pages are at the public address. While none is configured, the loopback names of the
 * host that was asked are taken as ours too.
 */
export function ownOrigins(publicUrl: () => string, isConfigured: boolean): IsOwnOrigin {
  const isOwn = (origin: string, host: string | undefined) => {
    if (origin === publicUrl()) return true;
    if (isConfigured || !URL.canParse(origin)) return false;
    const url = new URL(origin);
    const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    return isLoopback && url.protocol === 'http:' && url.host === host;
  };
  const whyNot = (origin: string | undefined) =>
    says.foreignOrigin({ origin: origin ?? '?', published: publicUrl() });
  return Object.assign(isOwn, { whyNot });
}

/**
 * The token of an `Authorization: Bearer` header. A request that has one is judged by it alone:
 * no browser adds it by itself, so where it comes from does not matter.
 */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer +(\S.*?) *$/i.exec(header ?? '')?.[1] ?? null;
}

/**
 * The guard refuses a NUL anywhere in an address: no database takes one, nor any JSON that
 * PostgreSQL reads. In a path it is a record that cannot be; in a query it is named, whether the
 * route reads it or not.
 */
export function guardText(): MiddlewareHandler {
  return async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    if (/%00/.test(pathname)) throw new Refusal('not-found');
    const bad = [...searchParams].filter((pair) => pair.some((text) => text.includes('\0')));
    if (bad.length > 0) {
      throw new Refusal('request.invalid', undefined, {
        errors: bad.map(([path]) => fieldError(path, says.unstorable)),
      });
    }
    await next();
  };
}

/** The guard refuses writes that another site's page made by a cookie. */
export function guardOrigin(isOwnOrigin: IsOwnOrigin): MiddlewareHandler {
  return async (c, next) => {
    if (!SAFE_METHODS.includes(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const isBearer = bearerOf(c.req.header('authorization')) !== null;
      const isForeign = origin !== undefined && !isOwnOrigin(origin, c.req.header('host'));
      if (!isBearer && (isForeign || site === 'cross-site')) {
        throw new Refusal('request.foreign-origin', isOwnOrigin.whyNot(origin));
      }
    }
    await next();
  };
}

/** The guard refuses bodies that are not JSON. */
export const guardMediaType: MiddlewareHandler = async (c, next) => {
  const isWrite = !SAFE_METHODS.includes(c.req.method);
  if (isWrite && hasBody(c) && !isJson(c.req.header('content-type'))) {
    throw new Refusal('request.media-type', says.sendJson);
  }
  await next();
};

/** Who calls, from where, and under which request id; nothing of the body is read for it. */
export function readCaller(c: Context, sessionHash: string | null, address: string): Caller {
  return {
    sessionHash,
    requestId: newId(),
    address,
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 255),
    languages: acceptedLanguages(c.req.header('accept-language')),
    intent: readIntent(c),
    idempotency: null,
  };
}

/**
 * The header by which a page says whose it is. All tabs of a browser share one cookie: without it,
 * what one person typed would be carried out as whoever signed in in another tab.
 */
export const ACCOUNT_HEADER = 'Canopy-Account';

/** The guard refuses what was asked in the name of somebody else than the session's holder. */
export function requireSameAccount(expected: string | undefined, accountId: string): void {
  if (expected !== undefined && expected !== accountId) throw new Refusal('auth.another');
}

/** By which headers browsers say that they read ahead, and nobody has asked yet. */
const AHEAD_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/** How a request came about, as its method and its headers tell. */
function readIntent(c: Context): Intent {
  const { method } = c.req;
  if (!SAFE_METHODS.includes(method)) return 'deed';
  const isAhead = AHEAD_HEADERS.some((name) =>
    /prefetch|prerender|preview/i.test(c.req.header(name) ?? ''),
  );
  if (method === 'HEAD' || isAhead) return 'glance';
  return c.req.header(PURPOSE_HEADER) === PAGE_PURPOSE ? 'on its own' : 'deed';
}

/** From where the request comes. */
export function addressOf(c: Context, clientAddress: ClientAddress): string {
  return clientAddress(peerOf(c), c.req.header('x-forwarded-for'));
}

/** The address at the other end of the line. */
function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return ''; // a request that came over no socket, as tests of the app alone make them
  }
}

/** The key of a retry and the hash of its request, once the body is known to be of a fair size. */
export async function readIdempotency(c: Context): Promise<Caller['idempotency']> {
  const key = c.req.header('idempotency-key');
  const { method, path } = c.req;
  if (!KEYED_METHODS.includes(method) || !key) return null;
  if (key.length > MOST_KEY_LENGTH) {
    throw refuseField('Idempotency-Key', says.keyTooLong({ most: MOST_KEY_LENGTH }));
  }
  return { key, requestHash: requestHash(method, path, await c.req.text()) };
}

function hasBody(c: Context): boolean {
  const length = c.req.header('content-length');
  return c.req.header('transfer-encoding') !== undefined || (length ?? '0') !== '0';
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/(merge-patch\+)?json\s*(;|$)/i.test(contentType ?? '');
}
