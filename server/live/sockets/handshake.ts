import type { Socket } from 'socket.io';
import { z } from 'zod';
import { Refusal } from '../../../shared/core/refusals.ts';
import { findSessionFacts } from '../../sign-in/session-facts.ts';
import { hashToken } from '../../sign-in/sessions.ts';
import type { Clock } from '../../core/clock.ts';
import type { Database, EntityManager } from '../../core/db/open-database.ts';
import { outageOf } from '../../core/db/outage.ts';
import { cookiesNamed } from '../../core/http/cookies.ts';
import type { ClientAddress } from '../../core/http/client-address.ts';
import type { IsOwnOrigin } from '../../core/http/request.ts';
import type { Log } from '../../core/log.ts';
import type { TokenDoor } from '../../tokens/token-door.ts';

interface HandshakeParts {
  database: Database;
  clock: Clock;
  tokenDoor: TokenDoor;
  clientAddress: ClientAddress;
  isOwnOrigin: IsOwnOrigin;
  cookieName: string;
}

/** The handshake's `auth: { token }`, sent by programs, which have no cookie. */
const WithToken = z.object({ token: z.string().max(500) });

/**
 * The handshake's `auth: { account }`: the account that the page was opened for, like
 * `Canopy-Account` over HTTP.
 */
const WithAccount = z.object({ account: z.string().max(100) });

/** The hash of a handshake's credential, which counts only as what it is: session or token. */
export interface Credential {
  hash: string;
  isOf: 'session' | 'token';
  /** The account that the page was opened for, if it says so. */
  account?: string | undefined;
}

/** The refusal of a handshake; its message is for the client. */
export class Unauthenticated extends Error {}

/**
 * The credential of a handshake: an API token, which is verified alone, or the session's cookie.
 * Whether it is valid is checked when the person is read. A session is not renewed by it, since an
 * automatic reconnect is no sign of activity.
 */
export async function credentialOf(socket: Socket, parts: HandshakeParts): Promise<Credential> {
  const { clock, database, tokenDoor, clientAddress } = parts;
  const em = database.em.fork() as EntityManager;
  const now = clock.now();
  const auth = socket.handshake.auth as Record<string, unknown>;
  if ('token' in auth) {
    const text = WithToken.safeParse(auth).data?.token ?? '';
    const forwarded = socket.request.headers['x-forwarded-for']?.toString();
    const address = clientAddress(socket.handshake.address, forwarded);
    const hash = await tokenDoor.open(em, { text, address, now }).catch(asUnauthenticated);
    return { hash, isOf: 'token' };
  }
  const [hash, ...others] = cookiesOf(socket, parts).map(hashToken);
  if (hash === undefined) throw new Unauthenticated('Sign in first.');
  const account = WithAccount.safeParse(auth).data?.account;
  if (others.length === 0) return { hash, isOf: 'session', account };
  const sessions = await findSessionFacts(em, [hash, ...others]);
  return { hash: others.find((other) => sessions.has(other)) ?? hash, isOf: 'session', account };
}

/**
 * The session cookies of a handshake from our own origin: browsers always send an origin, and other
 * clients need no cookie.
 */
function cookiesOf({ request }: Socket, { cookieName, isOwnOrigin }: HandshakeParts) {
  const { origin, host, cookie } = request.headers;
  if (origin === undefined || !isOwnOrigin(origin, host)) return [];
  return cookiesNamed(cookie, cookieName);
}

function asUnauthenticated(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  throw new Unauthenticated(error.code === 'auth.required' ? 'Sign in first.' : error.message);
}

/** The error that `connect_error` passes to a refused client. */
export function unauthenticated(error: unknown, log: Log): Error {
  const isOutage = outageOf(error) !== null;
  if (!(error instanceof Unauthenticated)) {
    log[isOutage ? 'warn' : 'error']({ err: error }, 'a handshake failed');
  }
  const answer = new Error(error instanceof Unauthenticated ? error.message : 'Try again later.');
  return Object.assign(answer, { data: { code: isOutage ? 'unavailable' : 'unauthenticated' } });
}
