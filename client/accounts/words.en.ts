import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';

type Named = { name: string };
type Counted = { count: number };

const accounts = (count: number): string =>
  plural(count, { one: '1 account', other: `${formats().number(count)} accounts` });

export const en = {
  all: 'All accounts',
  notOpen: 'The accounts here are not open to you',
  roles: 'Roles',
  noRoles: 'No roles',
  noRolesHint: 'Give one on the Access tab of an organisation.',
  roleOf: ({ role, place }: { role: string; place: Slot }) => parts`${role} of ${place}`,
  notHere: 'This account is not here',
  notHereHint: 'It may have been deleted, or have another home by now.',
  actionsOn: ({ name }: Named) => `What to do with ${isolated(name)}`,
  email: 'E-mail',
  type: 'Type',
  types: { administrator: 'Administrator', user: 'User', machine: 'Machine' },
  state: 'State',
  since: 'Here since',
  columns: {
    name: 'Name',
    email: 'E-mail',
    type: 'Type',
    status: 'State',
    organisation: 'Home',
    roles: 'Roles',
    hasSecondFactor: 'Second factor',
    lastSignInAt: 'Last sign-in',
    createdAt: 'Created',
    updatedAt: 'Changed',
  },
  states: { invited: 'Invited', active: 'Active', locked: 'Locked', disabled: 'Disabled' },
  yesNo: { true: 'Yes', false: 'No' },
  never: 'Never',
  invited: 'Invited',
  disabled: 'Disabled',
  active: 'Active',
  lockedUntil: ({ time }: { time: string }) => `Locked until ${time}`,
  passwordDue: 'New password due',
  accounts: 'Accounts',
  count: ({ count }: Counted) => accounts(count),
  moreThan: ({ count }: Counted) => `More than ${formats().number(count)} accounts`,
  nobodyFits: 'No account fits these filters.',
  invite: 'Invite…',
  nobodyFound: ({ sought }: { sought: string }) => `Nobody here is called “${isolated(sought)}”.`,
  noneYet: ({ name }: Named) => `${isolated(name)} has no accounts yet`,
  noneYetHint: 'Whoever you invite gets a mail with a link, and appears here at once.',
  noneYetNoMail:
    'Whoever you invite appears here at once. Mail is not set up, so you hand over the link.',
  search: 'Search the accounts',
  searchHint: 'Search by name or e-mail',
  noMail: 'Mail is not set up here, so nothing would arrive.',
  deeds: {
    rename: 'Change the name…',
    move: 'Move…',
    copyInvitation: 'Copy the invitation’s link…',
    resend: 'Send the invitation again',
    unlock: 'Unlock',
    sendPasswordReset: 'Send a link to another password',
    requirePasswordChange: 'Require another password…',
    resetMfa: 'Remove the second factor…',
    enable: 'Enable',
    disable: 'Disable…',
    takeBack: 'Take the invitation back…',
    delete: 'Delete…',
  },
  done: {
    resend: ({ email }: { email: string }) =>
      `A new invitation is on its way to ${isolated(email)}`,
    sendPasswordReset: ({ email }: { email: string }) =>
      `A link to another password is on its way to ${isolated(email)}`,
  },
  undone: {
    enable: ({ name }: Named) => `${isolated(name)} is still disabled`,
    unlock: ({ name }: Named) => `${isolated(name)} is still locked`,
    resend: ({ name }: Named) => `${isolated(name)} was not invited again`,
    sendPasswordReset: ({ name }: Named) => `No link was sent to ${isolated(name)}`,
  },
};
