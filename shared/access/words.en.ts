import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';

/** What people may do, as it reads after *may*. */
const actions = {
  'directory.view': 'see this organisation',
  'accounts.view': 'see the accounts here',
  'services.view': 'see the services here',
  'subscriptions.view': 'see the subscriptions here',
  'usage.view': 'see the usage here',
  'billing.view': 'see the billing profile',
  'commissions.view': 'see the commissions here',
  'onboarding.view': 'see whether the onboarding is done',
  'progress.view': 'see the steps of the onboarding',
  'ownNotes.view': 'see the notes among its own people',
  'documents.view': 'see the documents here',
  'ownDocuments.view': 'see the documents that are only for those here',
  'settings.view': 'see the settings here',
  'audit.view': 'see the audit log here',
  'access.view': 'see who holds roles here',
  'organisation.createDistributor': 'create a distributor here',
  'organisation.createPartner': 'create a partner here',
  'organisation.createFolder': 'create a folder here',
  'organisation.createTenant': 'create a tenant here',
  'organisation.createUnit': 'create a unit here',
  'organisation.edit': 'change its name and details',
  'organisation.move': 'move this organisation',
  'organisation.adopt': 'move organisations to here',
  'organisation.suspend': 'suspend this organisation',
  'organisation.activate': 'activate this organisation',
  'organisation.delete': 'delete this organisation',
  'organisation.restore': 'restore what was deleted here',
  'organisation.lock': 'lock this organisation',
  'organisation.unlock': 'unlock this organisation',
  'organisation.setManagementMode': 'change whether it manages itself',
  'billing.edit': 'change the billing profile',
  'settings.edit': 'change the settings here',
  'settings.askMfa': 'require a second factor here',
  'settings.allowPaths': 'change the sign-in methods here',
  'settings.federate': 'connect identity providers',
  'settings.allowSubPartners': 'allow it to have sub-partners',
  'onboarding.start': 'start the onboarding',
  'onboarding.edit': 'work on the onboarding',
  'onboarding.moveOver': 'move the onboarding over to a newer version',
  'onboarding.editTemplates': 'edit the templates of onboardings',
  'documents.edit': 'upload and remove documents here',
  'ownDocuments.edit': 'upload and remove documents that are only for those here',
  'services.manage': 'manage services here',
  'software.download': 'download and install the software',
  'report.create': 'create usage reports',
  'branding.edit': 'configure the branding',
  'audit.erase': 'erase personal values from the audit log',
  'jobs.administer': 'see and repeat background jobs',
  'account.invite': 'invite people here',
  'account.inviteFirst': 'invite its first administrator',
  'account.edit': 'change this account',
  'account.disable': 'disable this account',
  'account.enable': 'enable this account',
  'account.unlock': 'unlock this account',
  'account.delete': 'delete this account',
  'account.reset': 'reset how this account signs in',
  'account.move': 'move this account to another organisation',
  'account.adopt': 'move accounts to here',
  'grant.give': 'give roles here',
  'grant.revoke': 'take roles away here',
  'access.request': 'ask for access here',
  'access.breakGlass': 'break the glass here',
  'access.answer': 'answer access requests here',
  'access.end': 'end the access of others here',
};
type ActionName = keyof typeof actions;

const roles = {
  PlatformAdministrator: 'Platform administrator',
  PlatformReader: 'Platform reader',
  DistributorAdministrator: 'Distributor administrator',
  DistributorReader: 'Distributor reader',
  PartnerAdministrator: 'Partner administrator',
  PartnerReader: 'Partner reader',
  TenantAdministrator: 'Tenant administrator',
  TenantReader: 'Tenant reader',
};
type Role = keyof typeof roles;

const kinds = {
  platform: 'a platform',
  distributor: 'a distributor',
  partner: 'a partner',
  folder: 'a folder',
  tenant: 'a tenant',
  unit: 'a unit',
};
type Kind = keyof typeof kinds;
type Family = 'platform' | 'distributor' | 'partner' | 'tenant';

const titles = (held: readonly Role[]) => formats().list(held.map((role) => roles[role]));
const administrators = (families: readonly Family[]) =>
  families.length === 0
    ? 'an administrator'
    : `${formats().list(
        families.map((family) => kinds[family]),
        'disjunction',
      )} administrator`;

export const en = {
  actions,
  roles,

  roleHeld: ({ action }: { action: ActionName }) => `A role that may ${actions[action]} is held.`,
  noRole: ({ action }: { action: ActionName }) =>
    `No role is held here; it takes one that may ${actions[action]}.`,
  /** `families` is empty where the administrators of any may do it. */
  roleTooWeak: ({
    held,
    action,
    families,
    assigns,
  }: {
    held: Role[];
    action: ActionName;
    families: Family[];
    assigns: Role[];
  }) =>
    assigns.length === 0
      ? `${titles(held)} may not ${actions[action]}; it takes ${administrators(families)}.`
      : `${titles(held)} may not ${actions[action]}; it takes ${administrators(families)} who may assign ${titles(assigns)}.`,
  inScope: 'It is within the scope of a grant.',
  onlyOwn: ({ name }: { name: string }) =>
    `Only administrators of ${isolated(name)} itself can do this.`,
  onlyAbove: ({ above }: { above: string }) => `Only ${isolated(above)} can do this.`,
  onlyLevelAbove: 'Only a level above can do this.',
  noGrantReaches: ({ name }: { name: string }) => `No grant reaches ${isolated(name)}.`,
  canHold: ({ name }: { name: string }) => `${isolated(name)} can hold it.`,
  notAtKind: ({ kind }: { kind: Kind }) => `This cannot be done at ${kinds[kind]}.`,
  delegated: 'The levels above allow it.',
  notDelegated: ({ name }: { name: string }) =>
    `${isolated(name)} does not allow it. An administrator of ${isolated(name)} can change that.`,
  notDelegatedAbove: 'A level above does not allow it. An administrator there can change that.',
  noBarrier: 'No barrier is in the way.',
  passableBarrier: 'A barrier is in the way, through which access can be had for a time.',
  temporaryAccess: ({ action }: { action: ActionName }) =>
    `Access that ends by itself does not let anybody ${actions[action]}.`,
  notSelfManaged: ({ name }: { name: string }) =>
    `${isolated(name)} does not manage itself, so there is no barrier.`,
  insideAlready: ({ name }: { name: string }) => `You are inside ${isolated(name)} already.`,
  insideAlreadyHere: 'You are inside already.',
  selfManaged: ({ name }: { name: string }) =>
    `${isolated(name)} manages itself. Only its own administrators can do this, or open it.`,
  stateAllows: 'Its state allows it.',
  suspended: ({ name }: { name: string }) =>
    `${isolated(name)} is suspended. It has to be activated first.`,
  locked: ({ name }: { name: string }) =>
    `It is locked by ${isolated(name)}. An administrator of ${isolated(name)} can unlock it.`,

  externalIdOfAbove:
    'The external id is the reference of the level above. Its administrators can change it.',
  lastOwnRole: 'This is your own last administrative role; somebody else has to take it.',
  lastOfPlatform: ({ name }: { name: string }) =>
    `${isolated(name)} needs an active administrator, and this is the last.`,
  lastOfOrganisation: ({ name }: { name: string }) =>
    `This is the last administrator of ${isolated(name)}; only an administrator above ${isolated(name)} can take the role.`,
  tokenTakesNoRole: 'An API token takes no role from whoever made it.',
  rolesBeyondScope: 'The account also holds roles outside your scope.',
  notGrantable: ({ role, kind }: { role: Role; kind: Kind }) =>
    `${roles[role]} cannot be granted at ${kinds[kind]}.`,
  giveIds: 'Enter ids, separated by commas.',

  switchOnSubPartners: ({ name }: { name: string }) =>
    `Switch on the option of ${isolated(name)} for sub-partners.`,
  ruleOfTree: 'It is a rule of the tree, which nobody can lift.',
  allowInSettings: ({ name }: { name: string }) => `Allow it in the settings of ${isolated(name)}.`,
  deniedNoMore: 'Nobody denies it any more.',
  noBarrierHere: 'There is no barrier here, so it is not needed.',
  insideNeedsNone: 'Whoever is inside does not need it.',
  openOrLetIn: ({ name }: { name: string }) =>
    `Open ${isolated(name)} to those above, or let this person in for a time.`,
  activate: ({ name }: { name: string }) => `Activate ${isolated(name)}.`,
  unlock: ({ name }: { name: string }) => `Unlock ${isolated(name)}.`,
  changeAccount: 'Whoever looks after the account can change that.',
  noRoleAllows: 'No role lets anybody do this here.',
  giveRole: ({ role, name }: { role: Role; name: string }) =>
    `Give the role ${roles[role]} at ${isolated(name)}.`,
  giveRoleOrAbove: ({ role, name }: { role: Role; name: string }) =>
    `Give the role ${roles[role]} at ${isolated(name)}, or one further up.`,

  roleGiven: ({ role, name }: { role: Role; name: string }) =>
    `You are ${roles[role]} at ${isolated(name)} now.`,
  roleEnded: 'A role of yours has ended.',
  roleEndedAt: ({ name }: { name: string }) => `Your role at ${isolated(name)} has ended.`,
  userHoldsNoRole: 'A user account holds no administrative roles.',
  organisationGone: 'The organisation of the role is not there any more.',
  holdsRoleHere: ({ name }: { name: string }) =>
    `The account already holds a role at ${isolated(name)}.`,
  makeAdministrator: 'Make the account an administrator first.',
  temporaryStays: 'Temporary access stays as it was asked for; it can be ended.',
};
