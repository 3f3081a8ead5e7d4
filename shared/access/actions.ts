import type { OrganisationKind } from '../organisations/hierarchy.ts';
import type { SelfProvisioningKey } from '../organisations/contract.ts';
import { roleFamilies, type RoleFamily } from './roles.ts';

/** What a client can follow of an organisation; every resource belongs to exactly one topic. */
export const topics = [
  'directory',
  'accounts',
  'services',
  'subscriptions',
  'usage',
  'billing',
  'commissions',
  'onboarding',
  'progress',
  'ownNotes',
  'documents',
  'ownDocuments',
  'settings',
  'audit',
  'access',
] as const;
export type Topic = (typeof topics)[number];

/** Topics that a closed barrier keeps from those above it. */
const insideTopics: readonly Topic[] = [
  'accounts',
  'services',
  'progress',
  'ownNotes',
  'documents',
  'ownDocuments',
  'settings',
  'audit',
  'access',
];

/** Whether the topic stays inside a self-managed organisation. */
export function isInside(topic: Topic): boolean {
  return insideTopics.includes(topic);
}

/** Topics that are for nobody above an organisation, whatever its barrier [W2] [O17]. */
const holdersTopics: readonly Topic[] = ['ownNotes', 'ownDocuments'];

/** Whether the topic is only for those who hold a role at the organisation itself. */
export function isForHolders(topic: Topic): boolean {
  return holdersTopics.includes(topic);
}

/**
 * Topics of which a part is for fewer people: those above follow the topic without it. Who asks for
 * the topic asks for its part as well, and what travels in the part is told as the topic's.
 */
const innerParts: Partial<Record<Topic, Topic>> = {
  onboarding: 'progress',
  progress: 'ownNotes',
  documents: 'ownDocuments',
};

/** The part of a topic that is for fewer people, where it has one. */
export function innerPartOf(topic: Topic): Topic | undefined {
  return innerParts[topic];
}

/** The topics, each with the part of it that stays inside. */
export function withInnerParts(asked: readonly Topic[]): Topic[] {
  return [...new Set(asked.flatMap((topic) => [topic, innerParts[topic] ?? topic]))];
}

/** The topic that changes are told under. */
export function toldUnder(topic: Topic): Topic {
  return topics.find((whole) => innerParts[whole] === topic) ?? topic;
}

/** What an action asks of the actor and of the place; the row of the permission table. */
export interface ActionRule {
  /** The role families whose administrators may do it. */
  administrators: readonly RoleFamily[];
  /** The role families whose readers may do it; empty for everything that changes something. */
  readers: readonly RoleFamily[];
  /** Set where user accounts, who hold no role, may do it for themselves at their home. */
  users?: true;
  /** Whether a closed barrier keeps those above from doing it. */
  inside: boolean;
  /** Set where it takes a closed barrier: what those do whom it keeps out, or those behind it. */
  atBarrier?: 'from-outside' | 'from-inside';
  /**
   * Whether it takes a role that lasts, and access that ends by itself is too weak for it: where
   * its effect on who may do what would outlast the access. `with roles` is only where roles are
   * given, taken, or held by the account that is acted on.
   */
  lasting: 'always' | 'with-roles' | 'never';
  /** Which grants count: at the place or above it, strictly above it, or at the place itself. */
  from: 'covering' | 'above' | 'within';
  /** The kinds of organisation at which it can be done. */
  at: readonly OrganisationKind[];
  /** For creating and adopting: the kind that would stand below. */
  child?: OrganisationKind;
  /** The setting that lets this family do it, where there is one. */
  delegation?: Partial<Record<RoleFamily, SelfProvisioningKey>>;
  /** Whether the place (or one above it) being suspended forbids it. */
  needsActive?: boolean;
  /** Whether a lock forbids it to those below the locker's level. */
  respectsLock?: boolean;
}

const everywhere: readonly OrganisationKind[] = [
  'platform',
  'distributor',
  'partner',
  'folder',
  'tenant',
  'unit',
];
const belowPlatform = everywhere.slice(1);
const upToPartner: readonly RoleFamily[] = ['platform', 'distributor', 'partner'];

const view = (topic: Topic): ActionRule => ({
  administrators: roleFamilies,
  readers: roleFamilies,
  inside: isInside(topic),
  lasting: 'never',
  from: isForHolders(topic) ? 'within' : 'covering',
  at: everywhere,
});

/** A change says for itself whether access that ends is enough for it. */
const change = (rule: Partial<ActionRule> & Pick<ActionRule, 'lasting'>): ActionRule => ({
  administrators: roleFamilies,
  readers: [],
  inside: true,
  from: 'covering',
  at: everywhere,
  ...rule,
});

const create = (child: OrganisationKind, rule: Partial<ActionRule>): ActionRule =>
  change({ child, needsActive: true, lasting: 'with-roles', ...rule });

/**
 * The permission table: every action, who may do it, where, and what else it asks.
 * What is not listed does not exist, and is denied.
 */
export const actions = {
  'directory.view': view('directory'),
  'accounts.view': view('accounts'),
  'services.view': view('services'),
  'subscriptions.view': view('subscriptions'),
  'usage.view': view('usage'),
  'billing.view': view('billing'),
  'commissions.view': {
    ...view('commissions'),
    administrators: upToPartner,
    readers: upToPartner,
  },
  'onboarding.view': view('onboarding'),
  'progress.view': view('progress'),
  'ownNotes.view': view('ownNotes'),
  'documents.view': view('documents'),
  'ownDocuments.view': view('ownDocuments'),
  'settings.view': view('settings'),
  'audit.view': view('audit'),
  'access.view': view('access'),

  'organisation.createDistributor': create('distributor', { administrators: ['platform'] }),
  'organisation.createPartner': create('partner', {
    administrators: upToPartner,
    delegation: { distributor: 'distributor.createPartner', partner: 'partner.createSubPartner' },
  }),
  'organisation.createFolder': create('folder', { administrators: upToPartner }),
  'organisation.createTenant': create('tenant', {
    administrators: upToPartner,
    delegation: { partner: 'partner.createTenant' },
  }),
  'organisation.createUnit': create('unit', { delegation: { tenant: 'tenant.createUnit' } }),
  'organisation.edit': change({
    respectsLock: true,
    lasting: 'never',
  }),
  'organisation.move': change({
    administrators: upToPartner,
    at: ['partner', 'folder', 'tenant'],
    respectsLock: true,
    lasting: 'always', // what is moved out from behind a barrier stays open
  }),
  'organisation.adopt': change({
    administrators: upToPartner,
    at: ['distributor', 'partner', 'folder'],
    needsActive: true,
    lasting: 'always', // roles held at what is taken in would stand inside
  }),
  'organisation.suspend': change({
    inside: false,
    from: 'above',
    at: belowPlatform,
    lasting: 'never',
  }),
  'organisation.activate': change({
    inside: false,
    from: 'above',
    at: belowPlatform,
    respectsLock: true,
    lasting: 'never',
  }),
  'organisation.delete': change({
    inside: false,
    from: 'above',
    at: belowPlatform,
    respectsLock: true,
    lasting: 'never',
  }),
  'organisation.restore': change({
    needsActive: true,
    lasting: 'always', // roles come back with it
  }),
  'organisation.lock': change({
    from: 'above',
    at: belowPlatform,
    lasting: 'never',
  }),
  'organisation.unlock': change({
    from: 'above',
    at: belowPlatform,
    respectsLock: true,
    lasting: 'never',
  }),
  'organisation.setManagementMode': change({
    from: 'within',
    at: ['distributor', 'partner', 'tenant', 'unit'],
    lasting: 'always',
  }),
  'billing.edit': change({
    at: ['distributor', 'partner', 'tenant'],
    respectsLock: true,
    lasting: 'never',
  }),
  'settings.edit': change({
    administrators: upToPartner,
    at: ['platform', 'distributor', 'partner'],
    respectsLock: true,
    lasting: 'always', // what is delegated are rights
  }),
  'settings.askMfa': change({
    at: ['platform', 'distributor', 'partner', 'tenant'],
    respectsLock: true,
    lasting: 'always',
  }),
  'settings.allowPaths': change({
    at: ['platform', 'distributor', 'partner', 'tenant'],
    respectsLock: true,
    lasting: 'always', // it could shut out those who would take it back
  }),
  'settings.federate': change({
    administrators: ['platform'],
    at: ['platform'],
    lasting: 'always',
  }),
  'settings.allowSubPartners': change({
    administrators: upToPartner,
    from: 'above',
    at: ['partner'],
    lasting: 'always',
  }),

  'onboarding.start': change({
    at: ['distributor', 'partner', 'tenant'],
    lasting: 'never',
  }),
  'onboarding.edit': change({
    at: ['distributor', 'partner', 'tenant'],
    lasting: 'never',
  }),

  'onboarding.moveOver': change({
    administrators: ['platform'],
    at: ['distributor', 'partner', 'tenant'],
    lasting: 'never',
  }),
  'onboarding.editTemplates': change({
    administrators: ['platform'],
    at: ['platform'],
    lasting: 'never',
  }),
  'documents.edit': change({ lasting: 'never' }),
  'ownDocuments.edit': change({ from: 'within', lasting: 'never' }),

  'services.manage': change({
    users: true,
    lasting: 'never',
  }),
  'software.download': change({
    administrators: ['tenant'], // others need a role at the tenant, or a user account of their own
    at: ['tenant', 'unit'],
    users: true,
    lasting: 'never',
  }),
  'report.create': change({
    inside: false,
    lasting: 'never',
  }),
  'branding.edit': change({
    administrators: upToPartner,
    at: ['platform', 'distributor', 'partner', 'folder'],
    respectsLock: true,
    lasting: 'never',
  }),

  'audit.erase': change({
    administrators: ['platform'],
    at: ['platform'],
    lasting: 'always',
  }),

  'jobs.administer': change({
    administrators: ['platform'],
    at: ['platform'],
    lasting: 'never',
  }),

  'account.invite': change({
    needsActive: true,
    delegation: { partner: 'partner.inviteAccount', tenant: 'tenant.inviteAccount' },
    lasting: 'with-roles',
  }),
  'account.inviteFirst': change({
    inside: false,
    from: 'above',
    at: ['distributor', 'partner', 'tenant', 'unit'],
    atBarrier: 'from-outside',
    needsActive: true,
    lasting: 'always',
  }),
  'account.edit': change({ lasting: 'with-roles' }),
  'account.disable': change({ lasting: 'with-roles' }),
  'account.enable': change({ lasting: 'with-roles' }),
  'account.unlock': change({ lasting: 'with-roles' }),
  'account.delete': change({ lasting: 'with-roles' }),
  'account.reset': change({ lasting: 'with-roles' }),
  'account.move': change({
    lasting: 'always', // who is moved out from behind a barrier is administered outside
  }),
  'account.adopt': change({
    needsActive: true,
    lasting: 'always', // who is taken in stays
  }),
  'grant.give': change({ needsActive: true, lasting: 'always' }),
  'grant.revoke': change({ lasting: 'always' }),

  'access.request': change({
    inside: false,
    from: 'above',
    at: belowPlatform,
    atBarrier: 'from-outside',
    lasting: 'always',
  }),
  'access.breakGlass': change({
    administrators: ['platform'],
    inside: false,
    from: 'above',
    at: belowPlatform,
    atBarrier: 'from-outside',
    lasting: 'always',
  }),
  'access.answer': change({
    at: belowPlatform,
    atBarrier: 'from-inside',
    lasting: 'always',
  }),
  'access.end': change({ at: belowPlatform, lasting: 'always' }),
} as const satisfies Record<string, ActionRule>;

export type Action = keyof typeof actions;
/** Every action, in the order of the table. */
export const actionNames = Object.keys(actions) as readonly Action[];

/** Whether a text names an action of the table. */
export function isAction(text: string): text is Action {
  return Object.hasOwn(actions, text);
}

/** The rule of an action, with its optional parts readable. */
export function ruleOf(action: Action): ActionRule {
  return actions[action];
}

/** The action that reading (and following) a topic asks for. */
export function viewAction(topic: Topic): Action {
  return `${topic}.view`;
}

const creations: Record<Exclude<OrganisationKind, 'platform'>, Action> = {
  distributor: 'organisation.createDistributor',
  partner: 'organisation.createPartner',
  folder: 'organisation.createFolder',
  tenant: 'organisation.createTenant',
  unit: 'organisation.createUnit',
};

/** The action that creating an organisation of this kind asks for, at its parent. */
export function createAction(kind: Exclude<OrganisationKind, 'platform'>): Action {
  return creations[kind];
}
