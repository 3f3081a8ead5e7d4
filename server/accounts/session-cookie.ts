import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { DAY } from '../core/clock.ts';
import { CEREMONY_LIFETIME } from './ceremonies.ts';
import { SESSION_LIFETIME } from './sessions.ts';

/** How long a browser is remembered as one that somebody has signed in with. */
const DEVICE_LIFETIME = 180 * DAY;

/** Reads, writes and clears the session's cookie, and the one that binds challenges to a browser. */
export interface SessionCookie {
  name: string;
  read: (c: Context) => string | undefined;
  write: (c: Context, token: string) => void;
  clear: (c: Context) => void;
  /** The token of the challenge that this browser was given last; it is good for one answer. */
  takeCeremony: (c: Context) => string;
  writeCeremony: (c: Context, token: string) => void;
  /** The mark of a browser that somebody has signed in with; see `markDevice`. */
  readDevice: (c: Context) => string;
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
    read: (c) => getCookie(c, name),
    write: (c, token) => {
      setCookie(c, name, token, { ...options, maxAge: SESSION_LIFETIME / 1000 });
    },
    clear: (c) => {
      deleteCookie(c, name, options);
    },
    takeCeremony: (c) => {
      const token = getCookie(c, ceremony);
      if (token !== undefined) deleteCookie(c, ceremony, strict);
      return token ?? '';
    },
    writeCeremony: (c, token) => {
      setCookie(c, ceremony, token, { ...strict, maxAge: CEREMONY_LIFETIME / 1000 });
    },
    readDevice: (c) => getCookie(c, device) ?? '',
    writeDevice: (c, mark) => {
      setCookie(c, device, mark, { ...strict, maxAge: DEVICE_LIFETIME / 1000 });
    },
  };
}
