import { says } from '../../shared/tokens/words.ts';
import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../../shared/core/refusals.ts';
import { bearerOf } from '../core/http/request.ts';

/** The one thing that is closed to tokens and they may yet: to read what one is. */
const OPEN = /^GET \/api\/auth\/session$/;

/** The guard keeps API tokens from sessions, passwords, second factors and other tokens. */
export const refuseTokens: MiddlewareHandler = async (c, next) => {
  const isToken = bearerOf(c.req.header('authorization')) !== null;
  if (isToken && !OPEN.test(`${c.req.method} ${c.req.path}`)) {
    throw new Refusal('auth.token', says.reachesNoSignIn);
  }
  await next();
};
