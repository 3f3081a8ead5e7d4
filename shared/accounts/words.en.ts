import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';
import { plural } from '../core/words/plural.ts';

export const en = {
  administratorInvited: ({ name }: { name: string }) =>
    `${isolated(name)} was invited as an administrator.`,
  noAdministratorInvited: 'No administrator is invited.',
  invitationAccepted: ({ name }: { name: string }) => `${isolated(name)} accepted the invitation.`,
  noInvitationAccepted: 'No administrator has accepted an invitation.',
  factorEnrolled: ({ name }: { name: string }) => `${isolated(name)} set up a second factor.`,
  noFactorEnrolled: 'No administrator has a second factor.',
  deleteOwn: 'Nobody deletes their own account.',
  disableOwn: 'Nobody disables their own account.',
  moveOwn: 'Nobody moves their own account.',
  resetOwn: 'This is your own account: change it on its own page.',

  heirInactive: 'Only an active account that stays can take something over.',
  holdsOthersRoles: 'Somebody who is at home here also holds roles that you cannot take.',
  userHoldsNoRole: 'A user account holds no administrative roles.',
  firstIsAdministrator:
    'Nobody is inside yet: the first person invited has to be its administrator.',
  nothingToReset: 'Only somebody who can sign in has something to reset.',
  invitationWaits: ({ name }: { name: string }) =>
    `${isolated(name)} has not accepted the invitation.`,
  invitationsWait: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 invitation has not been accepted.',
      other: `${formats().number(count)} invitations have not been accepted.`,
    }),
  tokenGetsNoLink: 'An API token is given no links of invitations.',
};
