import type { Context } from 'hono';
import type { AppEnv } from '../core/http/router.ts';
import type { Mailer } from '../core/mail.ts';
import type { Secrets } from '../core/secrets.ts';
import type { RelyingParty } from './ceremonies.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { Signed } from './signed.ts';

/** What the account routes stand on; built once. */
export interface AccountServices {
  cookie: SessionCookie;
  mailer: Mailer;
  secrets: Secrets;
  setupToken: string;
  /** Known once the server listens. */
  party: () => RelyingParty;
}

/** Answers a sign-in, or a step of it: the token goes into the cookie, what is still owed into the body. */
export function answerSigned(cookie: SessionCookie) {
  return (c: Context<AppEnv>, { token, next }: Signed) => {
    cookie.write(c, token);
    return c.json({ next });
  };
}
