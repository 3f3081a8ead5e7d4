import {
  AccountQuery,
  AccountWithGrants,
  InvitationLink,
  MailState,
  DeleteAccount,
  AddAccount,
  EditAccount,
  InvitedQuery,
  MoveAccount,
} from '../../shared/accounts/contract.ts';
import { SetUp } from '../../shared/accounts/contract.ts';
import { TakeRole } from '../../shared/access/contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import { accept, created, describe, expectedVersion, record } from '../core/http/accept.ts';
import { createRouter } from '../core/http/router.ts';
import type { Mailer } from '../core/mail.ts';
import { answerSigned } from '../sign-in/services.ts';
import type { SessionCookie } from '../sign-in/session-cookie.ts';
import { SignInAnswer } from '../../shared/sign-in/contract.ts';
import { z } from 'zod';
import { addAccount } from './add-account.ts';
import {
  deleteAccount,
  disableAccount,
  editAccount,
  enableAccount,
  findAccount,
} from './administer-account.ts';
import { listInvited } from './cancel-invitations.ts';
import { issueInvitationLink, resendInvitation } from './invite-account.ts';
import { listAccounts } from './list-accounts.ts';
import { moveAccount } from './move-account.ts';
import { requirePasswordChange, resetMfa, sendPasswordReset } from './reset-sign-in.ts';
import { isSetUpNeeded, setUp } from './set-up.ts';
import { unlockAccount } from './unlock-account.ts';

/** What the routes of accounts stand on; built once. */
interface AccountServices {
  cookie: SessionCookie;
  mailer: Mailer;
  setupToken: string;
}

/** The platform's first account, and the accounts of organisations, below `/api`. */
export function accountRoutes({ cookie, mailer, setupToken }: AccountServices) {
  const signed = answerSigned(cookie);

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
    .get(
      '/organisations/:id/accounts',
      describe({ summary: 'List the accounts at home here', answer: pageOf(AccountWithGrants) }),
      accept('query', AccountQuery),
      async (c) => c.json(await listAccounts(c.var.work, c.req.param('id'), c.req.valid('query'))),
    )
    .post(
      '/organisations/:id/accounts',
      describe({
        summary: 'Invite somebody, or add a machine account',
        answer: AccountWithGrants,
        status: 201,
        header: 'Idempotency-Key',
      }),
      accept('json', AddAccount),
      async (c) =>
        created(
          c,
          'accounts',
          await addAccount(c.var.work, c.req.param('id'), c.req.valid('json')),
        ),
    )
    .get(
      '/accounts/:id',
      describe({ summary: 'Read an account', answer: AccountWithGrants }),
      async (c) => record(c, await findAccount(c.var.work, c.req.param('id'))),
    )
    .patch(
      '/accounts/:id',
      describe({
        summary: 'Change fields of an account',
        header: 'If-Match',
        answer: AccountWithGrants,
      }),
      accept('json', EditAccount),
      async (c) =>
        record(
          c,
          await editAccount(c.var.work, c.req.param('id'), c.req.valid('json'), expectedVersion(c)),
        ),
    )
    .delete(
      '/accounts/:id',
      describe({ summary: 'Delete an account; its API tokens end, or act as another one' }),
      accept('query', DeleteAccount),
      async (c) => {
        await deleteAccount(c.var.work, c.req.param('id'), c.req.valid('query'));
        return c.body(null, 204);
      },
    )
    .post(
      '/accounts/:id/disable',
      describe({
        summary: 'Disable an account, and cancel its open invitations to roles',
        answer: AccountWithGrants,
      }),
      accept('query', TakeRole),
      async (c) =>
        record(c, await disableAccount(c.var.work, c.req.param('id'), c.req.valid('query'))),
    )
    .post(
      '/accounts/:id/enable',
      describe({ summary: 'Enable an account', answer: AccountWithGrants }),
      async (c) => record(c, await enableAccount(c.var.work, c.req.param('id'))),
    )
    .post(
      '/accounts/:id/unlock',
      describe({ summary: 'Unlock an account after failed sign-ins', answer: AccountWithGrants }),
      async (c) => record(c, await unlockAccount(c.var.work, c.req.param('id'))),
    )
    .post(
      '/accounts/:id/move',
      describe({ summary: 'Give an account another home', answer: AccountWithGrants }),
      accept('json', MoveAccount),
      async (c) => record(c, await moveAccount(c.var.work, c.req.param('id'), c.req.valid('json'))),
    )
    .get(
      '/accounts/:id/invitations',
      describe({
        summary: 'List whom an account has invited and who has not come yet',
        answer: pageOf(AccountWithGrants),
      }),
      accept('query', InvitedQuery),
      async (c) =>
        c.json(await listInvited(c.var.work, c.req.param('id'), c.req.valid('query').from)),
    )
    .post(
      '/accounts/:id/invitation',
      describe({ summary: 'Send an invitation anew; the link before works no more' }),
      async (c) => {
        await resendInvitation(c.var.work, c.req.param('id'));
        return c.body(null, 204);
      },
    )
    .post(
      '/accounts/:id/invitation-link',
      describe({
        summary:
          'Make another link of an invitation, to hand over by hand; the one before works no more',
        answer: InvitationLink,
      }),
      async (c) => c.json(await issueInvitationLink(c.var.work, c.req.param('id'))),
    )
    .get('/mail', describe({ summary: 'Say whether mails leave', answer: MailState }), (c) => {
      return c.json({ isSetUp: mailer.isSetUp });
    })
    .post(
      '/accounts/:id/reset-mfa',
      describe({ summary: 'Remove all second factors of an account', answer: AccountWithGrants }),
      async (c) => record(c, await resetMfa(c.var.work, c.req.param('id'))),
    )
    .post(
      '/accounts/:id/require-password-change',
      describe({ summary: 'Have somebody choose another password', answer: AccountWithGrants }),
      async (c) => record(c, await requirePasswordChange(c.var.work, c.req.param('id'))),
    )
    .post(
      '/accounts/:id/password-reset',
      describe({ summary: 'Mail somebody a link to another password' }),
      async (c) => {
        await sendPasswordReset(c.var.work, c.req.param('id'));
        return c.body(null, 204);
      },
    );
}
