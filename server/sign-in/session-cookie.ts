import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { DAY, MINUTE } from '../core/clock.ts';
import { cookiesNamed } from '../core/http/cookies.ts';
import { SESSION_LIFETIME } from './sessions.ts';

/** How long an authenticator has to answer a challenge. */
export const CEREMONY_LIFETIME = 5 * MINUTE;

/** How long a browser is remembered as one that somebody has signed in with. */
const DEVICE_LIFETIME = 180 * DAY;

/** Reads, writes and clears the session's cookie, and the one that binds challenges to a browser. */
export interface SessionCookie {
  name: string;
  /** The values that the browser sends under the session's name; at most one opens a session. */
  read: (c: Context) => string[];
  write: (c: Context, token: string) => void;
  clear: (c: Context) => void;
  /** The token of the challenge that this browser was given last; it is good for one answer. */
  takeCeremony: (c: Context) => string[];
  writeCeremony: (c: Context, token: string) => void;
  /** The marks of a browser that somebody has signed in with; see `markDevice`. */
  readDevice: (c: Context) => string[];
  writeDevice: (c: Context, mark: string) => void;
}

/** On https cookies are bound to the host and to https; plain http has them on loopback only. */
export function sessionCookie(isHttps: boolean): SessionCookie {
  const prefix = isHttps ? '__Host-' : '';
  const name = `${prefix}canopy`;
  const ceremony = `${prefix}canopy-ceremony`;
  const device = `${prefix}canopy-device`;
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps } as const;
  const strict = { ...options, sameSite: 'Strict' } as const;
  return {
    name,
    read: (c) => read(c, name),
    write: (c, token) => {
      setCookie(c, name, token, { ...options, maxAge: SESSION_LIFETIME / 1000 });
    },
    clear: (c) => {
      deleteCookie(c, name, options);
    },
    takeCeremony: (c) => {
      const tokens = read(c, ceremony);
      if (tokens.length > 0) deleteCookie(c, ceremony, strict);
      return tokens;
    },
    writeCeremony: (c, token) => {
      setCookie(c, ceremony, token, { ...strict, maxAge: CEREMONY_LIFETIME / 1000 });
    },
    readDevice: (c) => read(c, device),
    writeDevice: (c, mark) => {
      setCookie(c, device, mark, { ...strict, maxAge: DEVICE_LIFETIME / 1000 });
    },
  };
}

function read(c: Context, name: string): string[] {
  return cookiesNamed(c.req.header('cookie'), name);
}
