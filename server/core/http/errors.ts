import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { Log } from '../log.ts';

/** Answers what was thrown: a refusal in its own words, anything else blank, and logged whole. */
export function createErrorHandler(log: Log) {
  return (error: Error, c: Context): Response => {
    const refusal = toRefusal(error);
    if (refusal.code === 'server.fault') {
      log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request failed');
    }
    return answerProblem(c, refusal);
  };
}

/** Writes a refusal as problem details. */
export function answerProblem(c: Context, refusal: Refusal): Response {
  const { retryAfterSeconds } = refusal.facts;
  if (retryAfterSeconds) c.header('Retry-After', String(retryAfterSeconds));
  if (refusal.status === 503) c.header('Retry-After', '2');
  if (refusal.status === 413) c.header('Connection', 'close'); // the rest of the body is never read
  return c.json(refusal.toProblem(), refusal.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  });
}

/** What went wrong, as one of the closed list; whatever is not known is a fault. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException) {
    if (error.status === 400) return new Refusal('request.malformed', error.message);
    if (error.status === 413) return new Refusal('request.too-large');
  }
  return isUnavailable(error) ? new Refusal('server.unavailable') : new Refusal('server.fault');
}

function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return (
    typeof code === 'string' &&
    ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006'].includes(code)
  );
}
