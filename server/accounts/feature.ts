import { accessChanged, glassTouched, rolesTaken } from '../access/events.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import {
  administratorNamed,
  branchSuspended,
  organisationDeleted,
  organisationKept,
  organisationRestored,
  secondFactorAsked,
} from '../organisations/events.ts';
import { Account } from './account.entity.ts';
import { cancelInvitationsOf } from './cancel-invitations.ts';
import { Ceremony } from './ceremony.entity.ts';
import { clearAccounts } from './clear-accounts.ts';
import { Invitation } from './invitation.entity.ts';
import { inviteFirst } from './invite-first.ts';
import { bringBackAccounts, keepAccounts } from './keep-accounts.ts';
import { LinkedIdentity } from './linked-identity.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { PasswordReset } from './password-reset.entity.ts';
import {
  accountPublication,
  identityPublication,
  invitationPublication,
  sessionPublication,
} from './publications.ts';
import { endSessionsBelow, recheckSessionsBelow, recheckSessionsOf } from './recheck-sessions.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { requireRecent } from './require-recent.ts';
import { Session } from './session.entity.ts';
import { SignInFailure } from './sign-in-failure.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** People and programs, and how they sign in. */
export const accounts: Feature = {
  name: 'accounts',
  entities: [
    Account,
    Session,
    SignInFailure,
    Invitation,
    PasswordReset,
    TotpFactor,
    RecoveryCode,
    Passkey,
    Ceremony,
    LinkedIdentity,
  ],
  publications: [
    accountPublication,
    sessionPublication,
    invitationPublication,
    identityPublication,
  ],
  reactions: [
    on(administratorNamed, inviteFirst),
    on(branchSuspended, (tx, { path }) => endSessionsBelow(tx, path)),
    on(secondFactorAsked, (tx, { path }) => recheckSessionsBelow(tx, path)),
    on(organisationKept, async (tx, { organisationId }) => ({
      name: 'accounts',
      rows: await keepAccounts(tx, organisationId),
    })),
    on(organisationDeleted, (tx, { organisationId }) => clearAccounts(tx, organisationId)),
    on(organisationRestored, (tx, { kept }) => bringBackAccounts(tx, kept['accounts'] ?? {})),
    on(accessChanged, (tx, { accountId }) => recheckSessionsOf(tx, accountId)),
    on(rolesTaken, cancelInvitationsOf),
    on(glassTouched, async (tx, { person }) => {
      await Promise.resolve();
      requireRecent(tx, person);
    }),
  ],
};
