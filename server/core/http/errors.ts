import { says } from '../../../shared/core/words.ts';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../../shared/core/refusals.ts';
import { outageOf } from '../db/outage.ts';
import type { Log } from '../log.ts';

const NOTE_OUTAGE_EVERY_MS = 10_000;

/**
 * The answer to what was thrown: a refusal in its own words, anything else blank, and logged whole.
 * `onFull` is told of each write that the disk did not take.
 */
export function createErrorHandler(log: Log, onFull: () => void = () => undefined) {
  const noteOutage = outageLog(log);
  const noteOrigin = once((detail) => {
    log.warn(`a request was refused: ${detail}`);
  });
  return (error: Error, c: Context): Response => {
    const refusal = toRefusal(error);
    if (refusal.code === 'request.foreign-origin') noteOrigin(refusal.message);
    if (refusal.code === 'server.full') onFull();
    if (refusal.code === 'server.fault') {
      log.error({ err: error, method: c.req.method, route: routeOf(c) }, 'a request failed');
    } else if (error !== refusal && refusal.status >= 503) noteOutage(error);
    return answerProblem(c, refusal);
  };
}

/** Every request fails while an outage lasts: the log is told of it now and then. */
function outageLog(log: Log): (error: Error) => void {
  let quietUntil = 0;
  return (error) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + NOTE_OUTAGE_EVERY_MS;
    log.warn({ err: error }, 'the database cannot be used at the moment');
  };
}

/** A wrong public address shows in every request: one line of the log is enough. */
function once(note: (detail: string) => void): (detail: string) => void {
  let isNoted = false;
  return (detail) => {
    if (!isNoted) note(detail);
    isNoted = true;
  };
}

/** The pattern of the route, not the address: a path can hold a link's secret. */
function routeOf(c: Context): string {
  return routePath(c, -1);
}

/** A refusal is written as problem details. */
export function answerProblem(c: Context, refusal: Refusal): Response {
  const isPassing = refusal.status >= 503;
  const { retryAfterSeconds = isPassing ? 2 : 0 } = refusal.facts;
  if (retryAfterSeconds) c.header('Retry-After', String(retryAfterSeconds));
  if (refusal.status === 405) c.header('Allow', 'GET');
  if (refusal.status === 413) c.header('Connection', 'close'); // the rest of the body is never read
  return c.json(refusal.toProblem(), refusal.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  });
}

/** What went wrong, as one of the closed list; whatever is not known is a fault. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException) {
    if (error.status === 400) {
      return new Refusal('request.malformed', says.malformed({ why: error.message }));
    }
    if (error.status === 413) return new Refusal('request.too-large');
  }
  const outage = outageOf(error);
  return outage ? new Refusal(refusalFor[outage]) : new Refusal('server.fault');
}

const refusalFor = { full: 'server.full', unavailable: 'server.unavailable' } as const;
