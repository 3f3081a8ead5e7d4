import { TakeRole } from '../../shared/access/contract.ts';
import {
  AccountWithGrants,
  AddAccount,
  DeleteAccount,
  EditAccount,
  InvitationLink,
  InvitedQuery,
  MailState,
  MoveAccount,
  SetUp,
  SetUpState,
} from '../../shared/accounts/contract.ts';
import {
  AccountExportQuery,
  AccountQuery,
  ListedAccount,
} from '../../shared/accounts/list-contract.ts';
import * as endpoints from '../../shared/accounts/endpoints.ts';
import { SignInAnswer } from '../../shared/sign-in/contract.ts';
import { serve } from '../core/http/serve.ts';
import type { Mailer } from '../core/mail.ts';
import { answerSigned } from '../sign-in/services.ts';
import type { SessionCookie } from '../sign-in/session-cookie.ts';
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
import { exportAccounts } from './lists/export-accounts.ts';
import { listAccounts } from './lists/list-accounts.ts';
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

/** The platform's first account, and the accounts of organisations. */
export function accountRoutes({ cookie, mailer, setupToken }: AccountServices) {
  const signed = answerSigned(cookie);

  return serve('accounts', endpoints, (on) => {
    on(
      endpoints.findSetUp,
      { summary: 'Say whether the platform has to be set up', answer: SetUpState },
      async ({ work }) => ({ needed: await isSetUpNeeded(work) }),
    );
    on(
      endpoints.setUp,
      {
        summary: 'Create the platform and its first administrator',
        body: SetUp,
        answer: SignInAnswer,
      },
      async ({ work, c, body }) => signed(c, await setUp(work, setupToken, body)),
    );
    on(
      endpoints.listAccounts,
      {
        summary: 'List the accounts at home here, or in the whole branch',
        query: AccountQuery,
        answer: ListedAccount,
      },
      ({ work, id, query }) => listAccounts(work, id, query),
    );
    on(
      endpoints.exportAccountsCsv,
      { summary: 'The same list, whole, as CSV', query: AccountExportQuery },
      ({ work, id, query }) => exportAccounts(work, id, query, 'csv'),
    );
    on(
      endpoints.exportAccountsXlsx,
      { summary: 'The same list, whole, as a workbook (XLSX)', query: AccountExportQuery },
      ({ work, id, query }) => exportAccounts(work, id, query, 'xlsx'),
    );
    on(
      endpoints.addAccount,
      {
        summary: 'Invite somebody, or add a machine account',
        body: AddAccount,
        answer: AccountWithGrants,
        collection: 'accounts',
      },
      ({ work, id, body }) => addAccount(work, id, body),
    );
    on(
      endpoints.findAccount,
      { summary: 'Read an account', answer: AccountWithGrants },
      ({ work, id }) => findAccount(work, id),
    );
    on(
      endpoints.editAccount,
      { summary: 'Change fields of an account', body: EditAccount, answer: AccountWithGrants },
      ({ work, id, body, expected }) => editAccount(work, id, body, expected),
    );
    on(
      endpoints.deleteAccount,
      {
        summary: 'Delete an account; its API tokens end, or act as another one',
        query: DeleteAccount,
      },
      ({ work, id, query }) => deleteAccount(work, id, query),
    );
    on(
      endpoints.disableAccount,
      {
        summary: 'Disable an account, and cancel its open invitations to roles',
        query: TakeRole,
        answer: AccountWithGrants,
      },
      ({ work, id, query }) => disableAccount(work, id, query),
    );
    on(
      endpoints.enableAccount,
      { summary: 'Enable an account', answer: AccountWithGrants },
      ({ work, id }) => enableAccount(work, id),
    );
    on(
      endpoints.unlockAccount,
      { summary: 'Unlock an account after failed sign-ins', answer: AccountWithGrants },
      ({ work, id }) => unlockAccount(work, id),
    );
    on(
      endpoints.moveAccount,
      { summary: 'Give an account another home', body: MoveAccount, answer: AccountWithGrants },
      ({ work, id, body }) => moveAccount(work, id, body),
    );
    on(
      endpoints.listInvited,
      {
        summary: 'List whom an account has invited and who has not come yet',
        query: InvitedQuery,
        answer: AccountWithGrants,
      },
      ({ work, id, query }) => listInvited(work, id, query.from),
    );
    on(
      endpoints.resendInvitation,
      { summary: 'Send an invitation anew; the link before works no more' },
      ({ work, id }) => resendInvitation(work, id),
    );
    on(
      endpoints.issueInvitationLink,
      {
        summary:
          'Make another link of an invitation, to hand over by hand; the one before works no more',
        answer: InvitationLink,
      },
      ({ work, id }) => issueInvitationLink(work, id),
    );
    on(endpoints.findMailState, { summary: 'Say whether mails leave', answer: MailState }, () => ({
      isSetUp: mailer.isSetUp,
    }));
    on(
      endpoints.resetMfa,
      { summary: 'Remove all second factors of an account', answer: AccountWithGrants },
      ({ work, id }) => resetMfa(work, id),
    );
    on(
      endpoints.requirePasswordChange,
      { summary: 'Have somebody choose another password', answer: AccountWithGrants },
      ({ work, id }) => requirePasswordChange(work, id),
    );
    on(
      endpoints.sendPasswordReset,
      { summary: 'Mail somebody a link to another password' },
      ({ work, id }) => sendPasswordReset(work, id),
    );
  });
}
