import type { Context } from 'hono';
import type { AppEnv } from '../core/http/router.ts';
import type { Secrets } from '../core/secrets.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { Signed } from './signed.ts';

/** What the routes of signing in stand on; built once. */
export interface SignInServices {
  cookie: SessionCookie;
  secrets: Secrets;
}

/** What a sign-in, or a step of it, is answered with: the token goes into the cookie, what is still owed into the body. */
export function answerSigned(cookie: SessionCookie) {
  return (c: Context<AppEnv>, { token, next }: Signed) => {
    cookie.write(c, token);
    return { next };
  };
}
