import type { TakeRole } from '../access/contract.ts';
import {
  answersFile,
  answersMade,
  answersNothing,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type { SignInAnswer } from '../sign-in/contract.ts';
import type {
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
} from './contract.ts';
import type { AccountExportQuery, AccountQuery, ListedAccount } from './list-contract.ts';

export const findSetUp = endpoint('GET /setup', answersValue<typeof SetUpState>());

export const setUp = endpoint(
  'POST /setup',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof SetUp>(),
);

export const listAccounts = endpoint(
  'GET /organisations/:id/accounts',
  answersPage<typeof ListedAccount>(),
  takesQuery<typeof AccountQuery>(),
);

export const exportAccountsCsv = endpoint(
  'GET /organisations/:id/accounts.csv',
  answersFile(),
  takesQuery<typeof AccountExportQuery>(),
);

export const exportAccountsXlsx = endpoint(
  'GET /organisations/:id/accounts.xlsx',
  answersFile(),
  takesQuery<typeof AccountExportQuery>(),
);

export const addAccount = endpoint(
  'POST /organisations/:id/accounts',
  answersMade<typeof AccountWithGrants>(),
  takesBody<typeof AddAccount>(),
);

export const findAccount = endpoint('GET /accounts/:id', answersRecord<typeof AccountWithGrants>());

export const editAccount = endpoint(
  'PATCH /accounts/:id',
  answersRecord<typeof AccountWithGrants>(),
  takesBody<typeof EditAccount>(),
);

export const deleteAccount = endpoint(
  'DELETE /accounts/:id',
  answersNothing(),
  takesQuery<typeof DeleteAccount>(),
);

export const disableAccount = endpoint(
  'POST /accounts/:id/disable',
  answersRecord<typeof AccountWithGrants>(),
  takesQuery<typeof TakeRole>(),
);

export const enableAccount = endpoint(
  'POST /accounts/:id/enable',
  answersRecord<typeof AccountWithGrants>(),
);

export const unlockAccount = endpoint(
  'POST /accounts/:id/unlock',
  answersRecord<typeof AccountWithGrants>(),
);

export const moveAccount = endpoint(
  'POST /accounts/:id/move',
  answersRecord<typeof AccountWithGrants>(),
  takesBody<typeof MoveAccount>(),
);

export const listInvited = endpoint(
  'GET /accounts/:id/invitations',
  answersPage<typeof AccountWithGrants>(),
  takesQuery<typeof InvitedQuery>(),
);

export const resendInvitation = endpoint('POST /accounts/:id/invitation', answersNothing());

export const issueInvitationLink = endpoint(
  'POST /accounts/:id/invitation-link',
  answersValue<typeof InvitationLink>(),
);

export const findMailState = endpoint('GET /mail', answersValue<typeof MailState>());

export const resetMfa = endpoint(
  'POST /accounts/:id/reset-mfa',
  answersRecord<typeof AccountWithGrants>(),
);

export const requirePasswordChange = endpoint(
  'POST /accounts/:id/require-password-change',
  answersRecord<typeof AccountWithGrants>(),
);

export const sendPasswordReset = endpoint('POST /accounts/:id/password-reset', answersNothing());
