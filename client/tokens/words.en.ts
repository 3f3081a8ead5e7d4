import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';

type Named = { name: string };

export const en = {
  title: 'API tokens',
  newToken: 'New token…',
  revoke: ({ name }: Named) => `Revoke ${isolated(name)}`,
  actsAsAccount: ({ name }: Named) => `Programs act as ${isolated(name)} with them.`,
  actsAsYou: 'Programs act in your name with them, each in its own role.',
  actsHere: ({ name }: Named) =>
    `Programs act at ${isolated(name)} with them, each in its own role.`,
  roleFirst: ({ name }: Named) =>
    `Give ${isolated(name)} a role first: a token never has more access than its account.`,
  noneOfAccount: ({ name }: Named) => `${isolated(name)} has no API tokens`,
  noneOfMachine: 'Create one to let its program act, in one role and for a limited time.',
  noneOfPerson: 'People create their tokens on their own account page.',
  noneOfYours: 'You have no API tokens',
  noneOfYoursHint: 'Create one to let a program read or change what you have access to.',
  noneHere: ({ name }: Named) => `No API token has access to ${isolated(name)}`,
  noneHereHint: 'Create one to let a program act here, in one role and for a limited time.',
  needsRole: 'A token is a role given to a program. Only administrators can create one.',

  columns: {
    name: 'Name',
    role: 'Role',
    maker: 'Acts as',
    expires: 'Expires',
    used: 'Last used',
  },
  roleAt: ({ role, place }: { role: string; place: Slot }) => parts`${role} at ${place}`,
  you: 'you',
  createdBy: ({ person }: { person: Slot }) => parts`created by ${person}`,
  createdFrom: ({ person, organisation }: { person: Slot; organisation: string }) =>
    parts`created by ${person} of ${isolated(organisation)}`,
  expired: 'Expired',
  neverUsed: 'Never used',

  isCreated: ({ name }: Named) => `${isolated(name)} is created`,
  newTitle: 'New API token',
  newForAccount: ({ name }: Named) =>
    `A key for a program: one role at one organisation, until it expires. It never has more access than ${isolated(name)}.`,
  newForYou:
    'A key for a program: one role at one organisation, until it expires. It never has more access than you.',
  name: 'Name',
  nameHint: 'What will use it, so that others know what stops working without it.',
  organisation: 'Organisation',
  organisationOfAccount: ({ name }: Named) => `Where ${isolated(name)} has roles.`,
  organisationHint: 'For one further down, use the Access tab of that organisation.',
  chooseOrganisation: 'Choose an organisation.',
  role: 'Role',
  chooseRole: 'Choose a role.',
  roleNotHeld: ({ name }: Named) => `${isolated(name)} has no role here that includes it.`,
  days: 'Days until it expires',
  daysHint: ({ most }: { most: number }) => `At most ${formats().number(most)}.`,
  stored: 'I have stored it',
  cancel: 'Cancel',
  create: 'Create token',
  copyNow: 'Copy it now',
  shownOnce: 'It is shown only this once. Store it like a password: whoever has it can use it.',
  copy: 'Copy token',

  revokeTitle: ({ name }: Named) => `Revoke ${isolated(name)}?`,
  revokeUnused: ({ role, organisation }: { role: string; organisation: string }) =>
    `It was never used. Whatever uses it loses the role ${role} at ${isolated(organisation)}: its requests are refused at once and its open connections end. This cannot be undone; create a new token instead.`,
  revokeUsed: ({
    date,
    role,
    organisation,
  }: {
    date: string;
    role: string;
    organisation: string;
  }) =>
    `It was last used on ${date}. Whatever uses it loses the role ${role} at ${isolated(organisation)}: its requests are refused at once and its open connections end. This cannot be undone; create a new token instead.`,
};
