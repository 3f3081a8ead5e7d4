import type { OrganisationKind } from '../organisations/hierarchy.ts';
import { words } from './words.ts';

/** The eight built-in roles: four families, each with an administrator and a reader. */
export const roles = [
  'PlatformAdministrator',
  'PlatformReader',
  'DistributorAdministrator',
  'DistributorReader',
  'PartnerAdministrator',
  'PartnerReader',
  'TenantAdministrator',
  'TenantReader',
] as const;
export type Role = (typeof roles)[number];

/** Who can be behind an account. */
export type AccountKind = 'administrator' | 'user' | 'machine';

/** The four families, highest first. */
export const roleFamilies = ['platform', 'distributor', 'partner', 'tenant'] as const;
export type RoleFamily = (typeof roleFamilies)[number];

const families: Record<Role, RoleFamily> = {
  PlatformAdministrator: 'platform',
  PlatformReader: 'platform',
  DistributorAdministrator: 'distributor',
  DistributorReader: 'distributor',
  PartnerAdministrator: 'partner',
  PartnerReader: 'partner',
  TenantAdministrator: 'tenant',
  TenantReader: 'tenant',
};

const grantableKinds: Record<RoleFamily, readonly OrganisationKind[]> = {
  platform: ['platform'],
  distributor: ['distributor'],
  partner: ['partner', 'folder'],
  tenant: ['tenant', 'unit'],
};

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

export function roleFamily(role: Role): RoleFamily {
  return families[role];
}

/** Whether the role changes things, or only reads. */
export function isAdministrator(role: Role): boolean {
  return role.endsWith('Administrator');
}

/** Whether the role reads behind a barrier while the glass that an administrator broke is in force. */
export function looksThroughGlass(role: Role): boolean {
  return role === 'PlatformReader';
}

/** Whether a role may be granted at an organisation of this kind. */
export function isGrantableAt(role: Role, kind: OrganisationKind): boolean {
  return grantableKinds[roleFamily(role)].includes(kind);
}

/** The roles that may be granted at an organisation of this kind. */
export function rolesFor(kind: OrganisationKind): Role[] {
  return roles.filter((role) => isGrantableAt(role, kind));
}

/**
 * Whether the holder of one role may give, change or take the other: an administrator those of
 * its own family and below, a platform administrator any, a reader none.
 */
export function mayAssign(holder: Role, role: Role): boolean {
  return (
    isAdministrator(holder) &&
    roleFamilies.indexOf(roleFamily(holder)) <= roleFamilies.indexOf(roleFamily(role))
  );
}

/**
 * Whether a role that an account holds carries the role of its API token: a person gives a role on,
 * a machine account uses its own, or less of it.
 */
export function mayBear(type: AccountKind, held: Role, role: Role): boolean {
  if (type !== 'machine') return mayAssign(held, role);
  return (
    (isAdministrator(held) || !isAdministrator(role)) &&
    roleFamilies.indexOf(roleFamily(held)) <= roleFamilies.indexOf(roleFamily(role))
  );
}

/** A role as people read it: *Partner administrator*. */
export function roleTitle(role: Role): string {
  return words.roles[role];
}
