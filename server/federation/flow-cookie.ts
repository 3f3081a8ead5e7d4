import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { cookiesNamed } from '../core/http/cookies.ts';
import { FLOW_LIFETIME } from './start-flow.ts';

const NAME = 'canopy-flow';
const SHAPE = /^[\w-]{43}$/;

/** What was begun in a browser is bound to it by a cookie that no script reads. */
export interface FlowCookie {
  /** What this browser holds; empty where it holds nothing. */
  read: (c: Context) => string[];
  /** What this browser holds from now on: the same in all its tabs, so that none ends another's. */
  renew: (c: Context) => string;
}

/** Lax, not strict: the browser comes back from another site, by a link. */
export function flowCookie(isHttps: boolean): FlowCookie {
  const name = isHttps ? `__Host-${NAME}` : NAME;
  const read = (c: Context) =>
    cookiesNamed(c.req.header('cookie'), name).filter((value) => SHAPE.test(value));
  return {
    read,
    renew: (c) => {
      const token = read(c)[0] ?? randomBytes(32).toString('base64url');
      setCookie(c, name, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: isHttps,
        maxAge: FLOW_LIFETIME / 1000,
      });
      return token;
    },
  };
}
