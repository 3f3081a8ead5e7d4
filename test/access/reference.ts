import type { Action } from '../../shared/access/actions.ts';
import type { Actor } from '../../shared/access/decide.ts';
import type { Place, PlaceLink } from '../../shared/access/place.ts';

const kinds = ['platform', 'distributor', 'partner', 'folder', 'tenant', 'unit'];
const switches = ['distributor', 'partner', 'tenant', 'unit'];

/** For what is possible only at some kinds of organisation. */
const onlyAt: Partial<Record<Action, string[]>> = {
  'organisation.createDistributor': ['platform'],
  'organisation.createPartner': ['distributor', 'partner', 'folder'],
  'organisation.createFolder': ['distributor', 'partner', 'folder'],
  'organisation.createTenant': ['partner', 'folder'],
  'organisation.createUnit': ['tenant', 'unit'],
  'organisation.move': ['partner', 'folder', 'tenant'],
  'organisation.adopt': ['distributor', 'partner', 'folder'],
  'organisation.suspend': kinds.slice(1),
  'organisation.activate': kinds.slice(1),
  'organisation.delete': kinds.slice(1),
  'organisation.lock': kinds.slice(1),
  'organisation.unlock': kinds.slice(1),
  'organisation.setManagementMode': switches,
  'billing.edit': ['distributor', 'partner', 'tenant'],
  'settings.edit': ['platform', 'distributor', 'partner'],
  'settings.askMfa': ['platform', 'distributor', 'partner', 'tenant'],
  'settings.allowPaths': ['platform', 'distributor', 'partner', 'tenant'],
  'settings.federate': ['platform'],
  'settings.allowSubPartners': ['partner'],
  'onboarding.start': ['distributor', 'partner', 'tenant'],
  'onboarding.edit': ['distributor', 'partner', 'tenant'],
  'onboarding.moveOver': ['distributor', 'partner', 'tenant'],
  'onboarding.editTemplates': ['platform'],
  'software.download': ['tenant', 'unit'],
  'branding.edit': ['platform', 'distributor', 'partner', 'folder'],
  'audit.erase': ['platform'],
  'jobs.administer': ['platform'],
  'account.inviteFirst': switches,
  'access.request': kinds.slice(1),
  'access.breakGlass': kinds.slice(1),
  'access.answer': kinds.slice(1),
  'access.end': kinds.slice(1),
};

/** What the administrators of distributors and below may not do. */
const onlyForPlatform: Action[] = [
  'organisation.createDistributor',
  'settings.federate',
  'audit.erase',
  'jobs.administer',
  'access.breakGlass',
  'onboarding.moveOver',
  'onboarding.editTemplates',
];

/** What access for a time is too weak for, whichever role it lends. */
const notForGuests: Action[] = [
  'organisation.setManagementMode',
  'organisation.move',
  'organisation.adopt',
  'organisation.restore',
  'settings.edit',
  'settings.askMfa',
  'settings.allowPaths',
  'settings.allowSubPartners',
  'settings.federate',
  'audit.erase',
  'account.inviteFirst',
  'account.move',
  'account.adopt',
  'grant.give',
  'grant.revoke',
  'access.request',
  'access.breakGlass',
  'access.answer',
  'access.end',
];

/** What the administrators of tenants and units may not do, or see. */
const notForTenants: Action[] = [
  'commissions.view',
  'organisation.createPartner',
  'organisation.createFolder',
  'organisation.createTenant',
  'organisation.move',
  'organisation.adopt',
  'settings.edit',
  'settings.allowSubPartners',
  'branding.edit',
];

/** What takes a role of the tenant itself. */
const onlyForTenants: Action[] = ['software.download'];

const fromAbove =
  /^(organisation\.(suspend|activate|delete|lock|unlock)|settings\.allowSubPartners|account\.inviteFirst|access\.(request|breakGlass))$/;
/** What takes a role at the organisation itself. */
const onlyAtHome = /^(organisation\.setManagementMode|ownDocuments\.(view|edit)|ownNotes\.view)$/;
const needsActive =
  /^(organisation\.(create\w+|adopt|restore)|account\.(invite|inviteFirst|adopt)|grant\.give)$/;
const heedsLocks =
  /^(organisation\.(edit|move|unlock|activate|delete)|(billing|branding)\.edit|settings\.(edit|askMfa|allowPaths))$/;
const outside =
  /^((directory|subscriptions|usage|billing|commissions|onboarding)\.view|organisation\.(suspend|activate|delete)|report\.create)$/;

const delegated: Partial<Record<Action, Record<string, string>>> = {
  'organisation.createPartner': {
    Distributor: 'distributor.createPartner',
    Partner: 'partner.createSubPartner',
  },
  'organisation.createTenant': { Partner: 'partner.createTenant' },
  'organisation.createUnit': { Tenant: 'tenant.createUnit' },
  'account.invite': { Partner: 'partner.inviteAccount', Tenant: 'tenant.inviteAccount' },
};

/** May they? Written from the documents alone, as plainly as they put it. */
export function mayByTheDocuments(actor: Actor, action: Action, place: Place): boolean {
  const last = place.length - 1;
  const target = place[last] as PlaceLink;
  if (!(onlyAt[action] ?? kinds).includes(target.kind) || !mayStandHere(action, place)) {
    return false;
  }
  if (needsActive.test(action) && place.some(({ status }) => status === 'suspended')) return false;
  const lock = place.findIndex(({ id }) => id === target.lockedAt);
  return actor.grants.some(({ role, organisationId, expiresAt = null }) => {
    const [, family = '', level] = /^([A-Z][a-z]+)(\w+)$/.exec(role) ?? [];
    const at = place.findIndex(({ id }) => id === organisationId);
    const key = delegated[action]?.[family];
    return (
      at >= 0 &&
      (level === 'Administrator' || action.endsWith('.view')) &&
      !(family === 'Tenant' && notForTenants.includes(action)) &&
      !(family !== 'Tenant' && onlyForTenants.includes(action)) &&
      !(family !== 'Platform' && onlyForPlatform.includes(action)) &&
      !(fromAbove.test(action) && at === last) &&
      !(onlyAtHome.test(action) && at !== last) &&
      !(key && isDenied(key, place.slice(0, at))) &&
      !(expiresAt !== null && notForGuests.includes(action)) &&
      isRightSide(action, at, place) &&
      !(heedsLocks.test(action) && lock >= 0 && at > lock)
    );
  });
}

/** Whether a barrier is where the action needs it to be, or needs it not to be. */
function isRightSide(action: Action, at: number, place: Place): boolean {
  const isOpen = place.slice(at + 1).every(isManaged);
  if (/^(access\.(request|breakGlass)|account\.inviteFirst)$/.test(action)) return !isOpen;
  if (action === 'access.answer' && place.every(isManaged)) return false;
  return isOpen || outside.test(action);
}

function isManaged({ managementMode }: PlaceLink): boolean {
  return managementMode === 'managed';
}

/** Allowed only where no level above denies; the platform's default denies two of them. */
function isDenied(key: string, above: readonly PlaceLink[]): boolean {
  const said = above.map((link) => (link.selfProvisioning as Record<string, string>)[key]);
  const byDefault = ['partner.createSubPartner', 'tenant.createSubscription'].includes(key);
  return said.includes('deny') || (above.length > 0 && byDefault && said[0] !== 'allow');
}

/** Whether what is created could stand here: sub-partners, a partner above tenants, the depths. */
function mayStandHere(action: Action, place: Place): boolean {
  if (!action.startsWith('organisation.create')) return true;
  const owner = place.findLast(({ kind }) => ['platform', 'distributor', 'partner'].includes(kind));
  if (action.endsWith('Partner') && owner?.kind === 'partner' && !owner.subPartners) return false;
  if (action.endsWith('Tenant') && owner?.kind !== 'partner') return false;
  if (action.endsWith('Unit') && place.filter(({ kind }) => kind === 'unit').length >= 5) {
    return false;
  }
  return place.length < 16;
}
