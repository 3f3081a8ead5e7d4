import {
  AcceptInvitation,
  Account,
  AccountQuery,
  AccountWithGrants,
  ChangePassword,
  EditAccount,
  InvitationView,
  InviteAccount,
  OwnSession,
  Providers,
  SessionView,
  SetUp,
  SignIn,
  SignInAnswer,
} from '../../shared/accounts/contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import type { Context } from 'hono';
import { z } from 'zod';
import { accept, created, describe, expectedVersion, record } from '../core/http/accept.ts';
import { type AppEnv, createRouter } from '../core/http/router.ts';
import type { Mailer } from '../core/mail.ts';
import { acceptInvitation, findInvitation } from './accept-invitation.ts';
import {
  deleteAccount,
  disableAccount,
  editAccount,
  enableAccount,
  findAccount,
} from './administer-account.ts';
import { changePassword } from './change-password.ts';
import { findSession } from './find-session.ts';
import { inviteAccount } from './invite-account.ts';
import { listAccounts } from './list-accounts.ts';
import { endOwnSession, listOwnSessions } from './own-sessions.ts';
import type { SessionCookie } from './session-cookie.ts';
import { isSetUpNeeded, setUp } from './set-up.ts';
import { signInByPassword } from './sign-in.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import { signOut } from './sign-out.ts';
import type { Signed } from './signed.ts';

/** What the account routes stand on; built once. */
export interface AccountServices {
  cookie: SessionCookie;
  mailer: Mailer;
  setupToken: string;
  throttle: SignInThrottle;
}

/** Signing in and accounts, below `/api`. */
export function accountRoutes({ cookie, mailer, setupToken, throttle }: AccountServices) {
  const signed = (c: Context<AppEnv>, { token, next }: Signed) => {
    cookie.write(c, token);
    return c.json({ next });
  };

  return createRouter()
    .get(
      '/setup',
      describe({
        summary: 'Say whether the platform has to be set up',
        answer: z.object({ needed: z.boolean() }),
      }),
      async (c) => c.json({ needed: await isSetUpNeeded(c.var.work) }),
    )
    .post(
      '/setup',
      describe({
        summary: 'Create the platform and its first administrator',
        answer: SignInAnswer,
      }),
      accept('json', SetUp),
      async (c) => signed(c, await setUp(c.var.work, setupToken, c.req.valid('json'))),
    )
    .post(
      '/auth/sign-in',
      describe({ summary: 'Sign in', answer: SignInAnswer }),
      accept('json', SignIn),
      async (c) => signed(c, await signInByPassword(c.var.work, throttle, c.req.valid('json'))),
    )
    .post('/auth/sign-out', describe({ summary: 'Sign out' }), async (c) => {
      await signOut(c.var.work);
      cookie.clear(c);
      return c.body(null, 204);
    })
    .post(
      '/auth/password',
      describe({ summary: 'Change the own password', answer: SignInAnswer }),
      accept('json', ChangePassword),
      async (c) => signed(c, await changePassword(c.var.work, c.req.valid('json'))),
    )
    .get(
      '/auth/session',
      describe({ summary: 'Read the own session', answer: SessionView }),
      async (c) => c.json(await findSession(c.var.work)),
    )
    .get(
      '/auth/sessions',
      describe({ summary: 'List the own sessions', answer: pageOf(OwnSession) }),
      async (c) => c.json(await listOwnSessions(c.var.work)),
    )
    .delete(
      '/auth/sessions/:id',
      describe({ summary: 'End one of the own sessions' }),
      async (c) => {
        await endOwnSession(c.var.work, c.req.param('id'));
        return c.body(null, 204);
      },
    )
    .get(
      '/auth/providers',
      describe({ summary: 'List the ways to sign in', answer: Providers }),
      (c) => c.json({ password: true, federated: [] }),
    )
    .get(
      '/invitations/:token',
      describe({ summary: 'Read an open invitation', answer: InvitationView }),
      async (c) => c.json(await findInvitation(c.var.work, c.req.param('token'))),
    )
    .post(
      '/invitations/:token/accept',
      describe({ summary: 'Accept an invitation', answer: SignInAnswer }),
      accept('json', AcceptInvitation),
      async (c) =>
        signed(c, await acceptInvitation(c.var.work, c.req.param('token'), c.req.valid('json'))),
    )
    .get(
      '/organisations/:id/accounts',
      describe({ summary: 'List the accounts at home here', answer: pageOf(AccountWithGrants) }),
      accept('query', AccountQuery),
      async (c) => c.json(await listAccounts(c.var.work, c.req.param('id'), c.req.valid('query'))),
    )
    .post(
      '/organisations/:id/accounts',
      describe({
        summary: 'Invite somebody',
        answer: AccountWithGrants,
        status: 201,
        header: 'Idempotency-Key',
      }),
      accept('json', InviteAccount),
      async (c) =>
        created(
          c,
          'accounts',
          await inviteAccount(c.var.work, mailer, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .get('/accounts/:id', describe({ summary: 'Read an account', answer: Account }), async (c) =>
      record(c, await findAccount(c.var.work, c.req.param('id'))),
    )
    .patch(
      '/accounts/:id',
      describe({ summary: 'Change fields of an account', header: 'If-Match', answer: Account }),
      accept('json', EditAccount),
      async (c) =>
        record(
          c,
          await editAccount(c.var.work, c.req.param('id'), c.req.valid('json'), expectedVersion(c)),
        ),
    )
    .delete('/accounts/:id', describe({ summary: 'Delete an account' }), async (c) => {
      await deleteAccount(c.var.work, c.req.param('id'));
      return c.body(null, 204);
    })
    .post(
      '/accounts/:id/disable',
      describe({ summary: 'Disable an account', answer: Account }),
      async (c) => record(c, await disableAccount(c.var.work, c.req.param('id'))),
    )
    .post(
      '/accounts/:id/enable',
      describe({ summary: 'Enable an account', answer: Account }),
      async (c) => record(c, await enableAccount(c.var.work, c.req.param('id'))),
    );
}
