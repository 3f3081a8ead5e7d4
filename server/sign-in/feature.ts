import { accessChanged } from '../access/events.ts';
import { glassTouched } from '../access-requests/events.ts';
import { MINUTE } from '../core/clock.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import { branchSuspended, secondFactorAsked } from '../organisations/events.ts';
import { Invitation } from './invitation.entity.ts';
import { LinkedIdentity } from './linked-identity.entity.ts';
import { PasswordReset } from './passwords/password-reset.entity.ts';
import { identityPublication, invitationPublication, sessionPublication } from './publications.ts';
import { endSessionsBelow, recheckSessionsBelow, recheckSessionsOf } from './recheck-sessions.ts';
import { sweepFailures } from './lock.ts';
import { signInRoutes } from './routes.ts';
import { requireRecent } from './require-recent.ts';
import { Session } from './session.entity.ts';
import { sessionCookie } from './session-cookie.ts';
import { sweepSessions } from './session-facts.ts';
import { SignInFailure } from './sign-in-failure.entity.ts';

/** How people sign in: sessions, passwords, invitations, and identities of providers. */
export const signIn: Feature = {
  name: 'sign-in',
  entities: [Session, SignInFailure, Invitation, PasswordReset, LinkedIdentity],
  publications: [sessionPublication, invitationPublication, identityPublication],
  reactions: [
    on(branchSuspended, (tx, { path }) => endSessionsBelow(tx, path)),
    on(secondFactorAsked, (tx, { path }) => recheckSessionsBelow(tx, path)),
    on(accessChanged, (tx, { accountId }) => recheckSessionsOf(tx, accountId)),
    on(glassTouched, async (tx, { person }) => {
      await Promise.resolve();
      requireRecent(tx, person);
    }),
  ],
  routes: ({ isHttps, secrets }) => signInRoutes({ cookie: sessionCookie(isHttps), secrets }),
  closedToTokens: ['/auth/*', '/invitations/*'],
  sweeps: [
    {
      every: 5 * MINUTE,
      run: ({ database, clock }) => sweepSessions(database.em.fork(), clock.now()),
    },
    {
      every: 5 * MINUTE,
      run: ({ database, clock }) => sweepFailures(database.em.fork(), clock.now()),
    },
  ],
};
