import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Named, Subjects } from '../../core/activity.ts';

export const en = {
  records: {
    account: 'Account',
    session: 'Session',
    invitation: 'Invitation',
    identity: 'Connected sign-in',
  },
  deeds: {
    'account.addMachine': 'Created a machine account',
    'account.addPasskey': 'Added a passkey',
    'account.addTotp': 'Added an authenticator app',
    'account.askPasswordReset': 'Requested a password reset link',
    'account.changePassword': 'Changed their password',
    'account.delete': 'Deleted an account',
    'account.disable': 'Disabled an account',
    'account.edit': 'Changed an account',
    'account.enable': 'Enabled an account',
    'account.export': 'Exported a list of accounts',
    'account.invite': 'Invited somebody',
    'account.issueInvitationLink': 'Copied an invitation link',
    'account.linkIdentity': 'Connected a sign-in',
    'account.lock': 'Locked an account after failed sign-ins',
    'account.move': 'Moved an account to another organisation',
    'account.removePasskey': 'Removed a passkey',
    'account.removeTotp': 'Removed an authenticator app',
    'account.renamePasskey': 'Renamed a passkey',
    'account.renewRecoveryCodes': 'Created new recovery codes',
    'account.requirePasswordChange': 'Required a password change',
    'account.resendInvitation': 'Sent an invitation again',
    'account.resetMfa': 'Removed somebody’s second factors',
    'account.resetPassword': 'Reset their password by e-mail',
    'account.sendPasswordReset': 'Sent a password reset link',
    'account.unlinkIdentity': 'Disconnected a sign-in',
    'account.unlock': 'Unlocked an account',
    'invitation.accept': 'Accepted an invitation',
    'platform.setUp': 'Set up the platform',
    'account.setPreferences': 'Changed their language, time zone or formats',
    'session.end': 'Ended a session',
    'session.endFederated': 'Ended a session at the request of its identity provider',
    'session.endOthers': 'Ended all their other sessions',
    'session.federationRefused': 'Refused a sign-in by an identity provider',
    'session.reauthenticate': 'Confirmed their identity',
    'session.secondFactorFailed': 'Failed a second factor',
    'session.showSecondFactor': 'Passed a second factor',
    'session.signIn': 'Signed in',
    'session.signInFailed': 'Failed to sign in',
    'session.signOut': 'Signed out',
  },
  feed: {
    addedMachine: ({ who, place, name }: Subjects & Named) =>
      parts`${who} added the machine account ${isolated(name)} to ${place}`,
    invited: ({ who, place, name }: Subjects & Named) =>
      parts`${who} invited ${isolated(name)} to ${place}`,
    deleted: ({ who, place, name }: Subjects & Named) =>
      parts`${who} deleted the account of ${isolated(name)} at ${place}`,
    renamed: ({ who, place, name, was }: Subjects & Named & { was: string }) =>
      parts`${who} renamed the account ${isolated(was)} of ${place} to ${isolated(name)}`,
    renamedTo: ({ who, place, name }: Subjects & Named) =>
      parts`${who} renamed an account of ${place} to ${isolated(name)}`,
    accepted: ({ who, place }: Subjects) => parts`${who} accepted the invitation to ${place}`,
    deletedOne: ({ who, place }: Subjects) => parts`${who} deleted an account of ${place}`,
    locked: ({ who, place }: Subjects) =>
      parts`${who} locked an account of ${place} after failed sign-ins`,
    unlocked: ({ who, place }: Subjects) => parts`${who} unlocked an account of ${place}`,
    disabled: ({ who, place }: Subjects) => parts`${who} disabled an account of ${place}`,
    enabled: ({ who, place }: Subjects) => parts`${who} enabled an account of ${place}`,
  },
};
