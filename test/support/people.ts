import type { Role } from '../../shared/access/roles.ts';
import type { PlaceName } from './places.ts';

const roles = {
  'platform-admin': 'PlatformAdministrator',
  'platform-reader': 'PlatformReader',
  'distributor-admin': 'DistributorAdministrator',
  'distributor-reader': 'DistributorReader',
  'partner-admin': 'PartnerAdministrator',
  'partner-reader': 'PartnerReader',
  'tenant-admin': 'TenantAdministrator',
  'tenant-reader': 'TenantReader',
  nobody: null,
  user: null,
} as const satisfies Record<string, Role | null>;

/** What somebody is: a role, an administrator without any, or a user of services. */
export type RoleWord = keyof typeof roles;

/** Somebody of a world: `partner-admin@alder`; the second of the same kind has a prefix. */
export type PersonName = `${'' | 'second-'}${RoleWord}@${PlaceName}`;

/** Good enough for everybody: long, and of nobody's name. */
export const PASSWORD = 'a long walk through the forest';

export interface PersonFacts {
  name: PersonName;
  email: string;
  displayName: string;
  place: PlaceName;
  type: 'administrator' | 'user';
  role: Role | null;
}

/** What a person's name says of them. */
export function personOf(name: PersonName): PersonFacts {
  const [who = '', place = ''] = name.split('@');
  const word = who.replace(/^second-/, '') as RoleWord;
  return {
    name,
    email: `${name}.example`,
    displayName: `${who.replaceAll('-', ' ')} of ${place}`,
    place: place as PlaceName,
    type: word === 'user' ? 'user' : 'administrator',
    role: roles[word],
  };
}

/** The role that a person's name says. */
export function roleOf(name: PersonName): Role | null {
  return personOf(name).role;
}
