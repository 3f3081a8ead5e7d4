import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_LIFETIME } from './sessions.ts';

/** Reads, writes and clears the session's cookie. */
export interface SessionCookie {
  name: string;
  read: (c: Context) => string | undefined;
  write: (c: Context, token: string) => void;
  clear: (c: Context) => void;
}

/** On https the cookie is bound to the host and to https; plain http has it on loopback only. */
export function sessionCookie(isHttps: boolean): SessionCookie {
  const name = isHttps ? '__Host-canopy' : 'canopy';
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps } as const;
  return {
    name,
    read: (c) => getCookie(c, name),
    write: (c, token) => {
      setCookie(c, name, token, { ...options, maxAge: SESSION_LIFETIME / 1000 });
    },
    clear: (c) => {
      deleteCookie(c, name, options);
    },
  };
}
