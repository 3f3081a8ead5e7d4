import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../../shared/core/words/parts.ts';
import { plural } from '../../../shared/core/words/plural.ts';

type Named = { name: string };
type Counted = { count: number };
type HeldRole = { role: string; place: string };

export const en = {
  name: 'Name',
  email: 'E-mail',
  type: 'Type',
  types: { administrator: 'Administrator', user: 'User', machine: 'Machine' },
  resetMfaTitle: ({ name }: Named) => `Remove the second factor of ${isolated(name)}?`,
  resetMfaBody: ({ name }: Named) =>
    `Authenticator apps, passkeys and recovery codes of ${isolated(name)} stop working, and ${isolated(name)} is signed out on every device and told by mail. Do it only when you are sure who asks for it.`,
  resetMfa: 'Remove the second factor',
  requireTitle: ({ name }: Named) => `Require another password of ${isolated(name)}?`,
  requireBody: ({ name }: Named) =>
    `${isolated(name)} has to choose another password before anything else, at once where ${isolated(name)} is signed in.`,
  require: 'Require another password',
  disableTitle: ({ name }: Named) => `Disable ${isolated(name)}?`,
  disableInvited: 'The link of the invitation stops working until somebody enables the account.',
  disableMachine: ({ name }: Named) =>
    `The API tokens of ${isolated(name)} stop working at once, and open connections end, until somebody enables the account. Tokens and roles are kept.`,
  disablePerson: ({ name }: Named) =>
    `${isolated(name)} is signed out on every device at once and cannot sign in until somebody enables the account. The roles are kept.`,
  disable: ({ name }: Named) => `Disable ${isolated(name)}`,
  deleteTitle: ({ name }: Named) => `Delete ${isolated(name)}?`,
  deleteInvited: 'The invitation is taken back, and its link stops working.',
  deleteMachine: ({ name }: Named) =>
    `The account goes. What ${isolated(name)} did stays in the activity.`,
  deletePerson: ({ name }: Named) =>
    `${isolated(name)} is signed out on every device at once, and the account goes. What ${isolated(name)} did stays in the activity.`,
  goesWithIt: ({ roles }: { roles: readonly HeldRole[] }) =>
    `With it goes: ${formats().list(roles.map(({ role, place }) => `${role} of ${isolated(place)}`))}.`,
  forGood: 'This cannot be undone.',
  forGoodBut: ({ email }: { email: string }) =>
    `This cannot be undone, but ${email} can be invited again.`,
  delete: ({ name }: Named) => `Delete ${isolated(name)}`,
  notDeleted: ({ name }: Named) => `${isolated(name)} is not deleted`,
  tokensOf: ({ count, person }: Counted & { person: Slot }) =>
    parts`${plural(count, { one: '1 API token', other: `${formats().number(count)} API tokens` })} of ${person}:`,
  tokenRole: ({ token, role, place }: { token: Slot; role: string; place: Slot }) =>
    parts`${token}, ${role} of ${place}`,
  tokensFate: 'What becomes of them',
  endTokens: 'End them',
  endTokensHint: 'The programs that use them are refused at once.',
  takeOver: 'Somebody takes them over',
  takeOverHint: 'Programs go on with the texts they have, in the name of whoever takes over.',
  you: 'You',
  machineAccount: 'Machine account',
  heir: 'Who takes them over',
  heirHint: 'Whoever it is must hold a role there that is at least as wide.',
  chooseHeir: 'Choose who takes the tokens over.',
  invitationOf: ({ name }: Named) => `The invitation of ${isolated(name)}`,
  invitationAbout: ({ name }: Named) =>
    `Whoever opens the link becomes ${isolated(name)} here: give it to nobody else. Links from before work no more.`,
  copyLink: 'Copy the link',
  linkOnce: ({ date }: { date: string }) =>
    `It works once, until ${date}, and is not shown again. You can make another one at any time.`,
  close: 'Done',
  inviteTo: ({ name }: Named) => `Invite to ${isolated(name)}`,
  noRole: 'No role yet',
  noRoleHint: 'Sees nothing until somebody gives a role.',
  typeHints: {
    administrator: 'Works in this dashboard, as far as the role reaches.',
    user: 'Uses services only; never sees the dashboard and holds no role.',
    machine: 'A program, which calls by API tokens. Nobody signs in with it, and no mail is sent.',
  },
  addMachine: 'Add the machine account',
  add: ({ name }: Named) => `Add ${isolated(name)}`,
  sendInvitation: 'Send the invitation',
  inviteThis: ({ name }: Named) => `Invite ${isolated(name)}`,
  isAdded: ({ name }: Named) => `${isolated(name)} is added`,
  isAddedHint: 'Make its API tokens on its page.',
  isInvited: ({ name }: Named) => `${isolated(name)} is invited`,
  isInvitedNoMail: 'Mail is not set up: copy the link and hand it over.',
  isInvitedHint: ({ email }: { email: string }) =>
    `A mail is on its way to ${email}. Its link works once, for seven days.`,
  emailHint: 'The invitation goes there. It is also what they sign in with.',
  emailNoMail: 'What they sign in with. Mail is not set up, so you hand the invitation over.',
  emailMissing: 'Give an e-mail address.',
  roleAt: ({ name }: Named) => `Role at ${isolated(name)}`,
  moveTitle: ({ name }: Named) => `Move ${isolated(name)}`,
  moveAbout:
    'Who administers the new home administers the account from then on. The roles stay as they are.',
  newHome: 'New home',
  searchByName: 'Search by name',
  cancel: 'Cancel',
  chooseHome: 'Choose where to.',
  move: 'Move',
  moveTo: ({ name }: Named) => `Move to ${isolated(name)}`,
  renameTitle: 'Change the name',
  saveName: 'Save the name',
  nameChanged: ({ person, name }: Named & { person: string }) =>
    `${isolated(person)} changed the name to “${isolated(name)}”`,
  nameChangedHint: 'Save again to put yours in its place, or cancel to leave theirs.',
};
