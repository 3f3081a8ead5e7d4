import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Refusal } from '../../shared/core/refusals.ts';
import { answerProblem } from '../core/http/errors.ts';
import type { AppEnv } from '../core/http/router.ts';

/** What works without a session. Every other route is closed to nobody, also those to come. */
const open: ReadonlySet<string> = new Set([
  'GET /api/mail', // whoever asks for a link to another password has to know whether one comes
  'GET /api/setup',
  'POST /api/setup',
  'POST /api/auth/sign-in',
  'POST /api/auth/sign-out',
  'POST /api/auth/passkey/options',
  'POST /api/auth/passkey',
  'POST /api/auth/password-reset',
  'POST /api/auth/password-reset/open',
  'POST /api/auth/password-reset/confirm',
  'GET /api/auth/providers',
  'GET /api/auth/federated/:provider',
  'GET /api/auth/federated/:provider/callback',
  'POST /api/auth/federated/:provider/invitation',
  'GET /api/invitations/:token',
  'GET /api/invitations/:token/providers',
  'POST /api/invitations/:token/accept',
]);

/**
 * The guard tells whoever has no session just that, before the body is looked at: what would be
 * wrong with it is none of their business. A session that is there but does not hold any more (a
 * home that is suspended) is found out only by its use, so there the refusal is replaced.
 */
export const requireSignedIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  if (!route || open.has(`${route.method} ${route.path}`)) {
    await next();
    return;
  }
  const { work } = c.var;
  if (work.caller.sessionHash === null) throw new Refusal('auth.required');
  await next();
  const isRefused = c.res.status >= 400 && c.res.status < 500 && c.res.status !== 401;
  if (isRefused && !(await work.isByAnybody())) {
    c.res = answerProblem(c, new Refusal('auth.required'));
  }
};
