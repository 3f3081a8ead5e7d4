import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';

type Named = { name: string };
type Held = { role: string; organisation: string };

export const en = {
  person: 'Person',
  email: 'E-mail',
  role: 'Role',
  heldAt: 'At',
  ends: 'Ends',
  you: 'you',
  machine: 'Machine account',
  machineOf: ({ name }: Named) => `Machine account · ${isolated(name)}`,
  emailOf: ({ email, name }: Named & { email: string }) => `${email} · ${isolated(name)}`,
  cancel: 'Cancel',

  fromAbove: 'From above',
  fromAboveAbout: ({ name }: Named) =>
    `A role above ${isolated(name)} also applies here, unless a barrier stops it.`,
  rolesAbove: 'Roles above',
  barrier: ({ name }: Named) =>
    `${isolated(name)} manages itself: from above, only commercial data is open.`,
  stopped: ({ name, above }: Named & { above: string }) =>
    `${isolated(name)} is closed to the levels above: roles at ${above} open only commercial data.`,
  perhapsStopped: ({ name, above }: Named & { above: string }) =>
    `A level above ${isolated(name)} is closed: roles at ${above} may open only commercial data here.`,
  unseen: ({ name, above }: Named & { above: string }) =>
    `Roles at ${above} apply to ${isolated(name)} too. Your roles do not let you see who has them.`,

  rolesHere: 'Roles here',
  changeRole: ({ name }: Named) => `Change the role of ${isolated(name)}`,
  removeRole: ({ name }: Named) => `Remove the role from ${isolated(name)}`,

  checkAccess: 'Check access',
  checkAccessAbout:
    'Choose a place, a person and an action. The answer lists the checks in order: what each looked at, what would change it, and who could.',
  where: 'Where',
  typeName: 'Type a name',
  home: 'Home organisation',
  homeHint: 'For somebody whose account belongs to another organisation.',
  personAndAction: 'Person and action',
  whoMayWhat: 'Who may do what',
  whoMayWhatAbout: 'Choose a person and an action; the answer says which check decides it.',
  who: 'Person',
  what: 'Action',
  typeLetters: 'Type a few letters',
  may: ({ name, action }: Named & { action: string }) => `${isolated(name)} may ${action}.`,
  mayNot: ({ name, action }: Named & { action: string }) => `${isolated(name)} may not ${action}.`,
  remedies: 'What would allow it',
  personOf: ({ name, organisation }: Named & { organisation: string }) =>
    `${isolated(name)} (${isolated(organisation)})`,
  peopleCould: ({ people }: { people: readonly string[] }) => `${formats().list(people)} could.`,
  somebodyCould: ({ name }: Named) => `Somebody at ${isolated(name)} could.`,

  giveTitle: ({ name }: Named) => `Give a role at ${isolated(name)}`,
  giveAbout: 'It applies at once, here and to everything below.',
  changeAbout:
    'The new role replaces this one at once. What both allow stays open. An administrator who becomes a reader loses the open invitations made with the role, and temporary access.',
  give: 'Give role',
  giveTo: ({ name }: Named) => `Give ${isolated(name)} the role`,
  nobodyLeft: 'There is nobody to give a role to',
  nobodyLeftBody:
    'Nobody is known here yet. Invite somebody first; the role can be given with the invitation.',
  toAccounts: 'Go to accounts',
  somebodyElse: 'Somebody else?',
  inviteInstead: 'Invite them instead',
  withInvitation: 'The role can be given with the invitation.',
  alreadyHas: ({ role }: { role: string }) => `already ${role}: change`,
  choosePerson: 'Choose who gets the role.',
  chooseRole: 'Choose a role.',
  chooseOther: 'Choose another role.',
  temporaryStays: 'Temporary access stays as it was requested; it can be ended.',

  removeOwnTitle: 'Remove your own role?',
  removeOwnBody: ({ role, organisation }: Held) =>
    `You lose the role ${role} at ${isolated(organisation)}. What only this role lets you see closes at once, and somebody else has to give it back.`,
  removeOwn: 'Remove my role',
  removeTitle: ({ name }: Named) => `Remove the role from ${isolated(name)}?`,
  removeBody: ({ name, role, organisation }: Named & Held) =>
    `${isolated(name)} loses the role ${role} at ${isolated(organisation)}. What only this role lets them see closes at once, on open pages too. The account and its other roles stay.`,
  remove: ({ name }: Named) => `Remove it from ${isolated(name)}`,
  keepInvitation: ({ name }: Named) => `Keep the invitation of ${isolated(name)}`,
  roleAt: ({ role, organisation }: Held) => `${role} at ${isolated(organisation)}`,
  invitationOf: ({ email, roles }: { email: string; roles: readonly string[] }) =>
    `${email}: ${formats().list(roles)}`,
  invitationsUnread: 'The open invitations could not be loaded',
  invitations: 'Open invitations made with this role',
  invitationsBody: 'They are cancelled unless you keep them.',

  rolesTitle: 'What each role may do',
  rolesAbout:
    'A role applies where it is given and to everything below; a user account is only for its own person. For one person at one place, use Check access.',
  action: 'May',
  userAccount: 'User account',
  legend: { yes: 'may', delegated: 'where the levels above allow it' },
  answers: { yes: 'Yes', delegated: 'Where the levels above allow it', no: 'No' },
  forThemselves: 'For themselves',
  groups: {
    see: 'See',
    organisations: 'Organisations',
    billing: 'Billing and settings',
    services: 'Services and branding',
    barrier: 'Access through a barrier',
    accounts: 'Accounts and roles',
    audit: 'Audit log',
    others: 'Everything else',
  },
  asks: {
    above: 'from above it',
    within: 'only from within',
    inside: 'not through a closed barrier',
    atBarrier: 'only where a barrier is closed',
    lasting: 'not with temporary access',
    lastingWithRoles: 'not with temporary access, where roles are held',
    lock: 'not where it is locked from above',
    active: 'not while it is suspended',
  },

  inAMoment: 'in a moment',
  inDays: ({ days }: { days: number }) =>
    plural(days, { one: 'in 1 day', other: `in ${formats().number(days)} days` }),
  inDaysAndHours: ({ days, hours }: { days: number; hours: number }) =>
    plural(days, {
      one: `in 1 day ${formats().number(hours)} h`,
      other: `in ${formats().number(days)} days ${formats().number(hours)} h`,
    }),
  inHours: ({ hours, minutes }: { hours: number; minutes: number }) =>
    `in ${formats().number(hours)} h ${formats().number(minutes)} min`,
  inMinutes: ({ minutes }: { minutes: number }) => `in ${formats().number(minutes)} min`,
};
