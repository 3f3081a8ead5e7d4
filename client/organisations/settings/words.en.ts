import { isolated } from '../../../shared/core/isolated.ts';
import { parts, type Slot } from '../../../shared/core/words/parts.ts';

type Named = { name: string };

export const en = {
  noAccess: 'You do not have access to the settings',
  levelAbove: 'A level above',
  levelsAbove: 'The levels above',
  yes: 'Yes',
  no: 'No',

  mfa: 'Second factor',
  mfaAbout:
    'People with an account or a role here or below set one up before they can do anything else, also if they are signed in now.',
  mfaFor: 'Require a second factor for',
  mfaRules: { nobody: 'Nobody', administrators: 'Administrators', everybody: 'Everybody' },
  asksMore: ({ name }: Named) => `${isolated(name)} requires more.`,

  methods: 'Sign-in methods',
  methodsAbout:
    'Applies to accounts here and below. Turning a method off signs out everyone who used it at once. A level below can only allow fewer.',
  providers: 'Identity providers…',
  password: 'Password or passkey',
  open: 'Allowed',
  shut: 'Not allowed',
  notAllowedBy: ({ name }: Named) => `${isolated(name)} does not allow it.`,
  lastMethod: 'At least one method must stay allowed.',

  mail: 'Mail',
  noMail: 'Mail is not set up',
  noMailBody: ({ folder, setting }: { folder: Slot; setting: Slot }) =>
    parts`Invitations, password reset links and notices are written to the folder ${folder} of the data directory and reach nobody. Copy invitation links from the menu of the account and pass them on. Whoever runs the server sets up mail with ${setting}.`,

  delegation: 'Self-provisioning',
  delegationAbout:
    'What the levels below may do themselves. It applies only where no level above denies it.',
  delegations: {
    'distributor.createPartner': 'Distributors create partners',
    'partner.createSubPartner': 'Partners create sub-partners',
    'partner.createTenant': 'Partners create tenants',
    'partner.createSubscription': 'Partners create subscriptions',
    'partner.inviteAccount': 'Partners invite people',
    'tenant.createUnit': 'Tenants create units',
    'tenant.createSubscription': 'Tenants create subscriptions',
    'tenant.inviteAccount': 'Tenants invite people',
  },
  choices: { inherit: 'Inherit', allow: 'Allow', deny: 'Deny', byDefault: 'Default' },
  choiceOff: ({ choice, reason }: { choice: string; reason: string }) => `${choice}. ${reason}`,
  allowed: 'Allowed',
  denied: 'Denied',

  subPartnersTitle: 'Sub-partners',
  subPartners: 'Allow sub-partners',
  subPartnersHint:
    'Partners can then be created below this partner. Existing ones stay when this is turned off.',

  whoDecides: ({ label }: { label: string }) => `Who decides: ${label}`,
  byDefault: 'by default',
  fromAbove: 'from above',
  setHere: 'set here',
  from: ({ name }: Named) => `from ${isolated(name)}`,
  asAbove: 'as above',
  decides: ({ value }: { value: string }) => `${value} · decides`,
  without: ({ name, value, source }: Named & { value: string; source: string }) =>
    `Without ${isolated(name)}: ${value}, ${source}.`,
  withoutAbove: ({ value, source }: { value: string; source: string }) =>
    `Without the levels above: ${value}, ${source}.`,

  management: 'Management',
  whoManages: 'Who manages the inside',
  managedBy: ({ name }: Named) => `Managed by ${isolated(name)}`,
  managedAbove: 'Managed by the levels above',
  managedHint: 'Administrators above can act inside: people, roles, settings, services.',
  selfManaged: 'Self-managed',
  selfManagedHint:
    'Only its own administrators can act inside. The levels above keep access to commercial data: name, state, subscriptions, usage and billing.',
  left: 'What the levels above leave inside',
  leftBody:
    'It ends unless you keep it: programs and people whom they added, and API tokens that they created.',
  leftNothing: 'Nothing that the levels above added stays inside.',
  leftReading: 'What the levels above have inside is being loaded.',
  closeTitle: ({ name }: Named) => `Close ${isolated(name)} to the levels above?`,
  closeBody: ({ name }: Named) =>
    `Administrators above ${isolated(name)} can no longer see its people, roles, settings and services, nor what is below it, at once and on open pages too. They keep access to commercial data. You can open it again at any time.`,
  close: ({ name }: Named) => `Close ${isolated(name)}`,
  openTitle: ({ name, provider }: Named & { provider: string }) =>
    `Open ${isolated(name)} to ${isolated(provider)}?`,
  openTitleAbove: ({ name }: Named) => `Open ${isolated(name)} to the levels above?`,
  openBody: ({ name }: Named) =>
    `Administrators above ${isolated(name)} can act inside it again, as its own administrators do.`,
  openAction: ({ name }: Named) => `Open ${isolated(name)}`,

  machine: 'Machine account',
  keepProgram: ({ name }: Named) => `Keep the program ${isolated(name)}`,
  keepInvitation: ({ name }: Named) => `Keep the invitation of ${isolated(name)}`,
  keepToken: ({ name }: Named) => `Keep the API token ${isolated(name)}`,
  added: ({ email, by }: { email: string; by: string }) => `${email}, added by ${isolated(by)}`,
  addedFrom: ({ email, by, from }: { email: string; by: string; from: string }) =>
    `${email}, added by ${isolated(by)} of ${isolated(from)}`,
  addedUnknown: ({ email }: { email: string }) => `${email}, added by an unknown person`,
  created: ({ role, organisation, as, by }: Token & { by: string }) =>
    `${role} at ${isolated(organisation)} as ${isolated(as)}, created by ${isolated(by)}`,
  createdFrom: ({ role, organisation, as, by, from }: Token & { by: string; from: string }) =>
    `${role} at ${isolated(organisation)} as ${isolated(as)}, created by ${isolated(by)} of ${isolated(from)}`,
  createdUnknown: ({ role, organisation, as }: Token) =>
    `${role} at ${isolated(organisation)} as ${isolated(as)}, created by an unknown person`,
};

interface Token {
  role: string;
  organisation: string;
  as: string;
}
