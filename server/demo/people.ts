import type { Role } from '../../shared/access/roles.ts';
import { emailOf } from './billing.ts';
import { CLOSED_PARTNER, CLOSED_TENANT, PLATFORM } from './names.ts';

/** The password that all people of the demo share. */
export const DEMO_PASSWORD = 'four seasons in one garden';

/** Somebody of the demo who can sign in. */
export interface DemoPerson {
  displayName: string;
  role: Role;
  /** The organisation, by name, that is both home and scope. */
  at: string;
}

/**
 * One person for each role, and two more: a second administrator at Halden, so that two people
 * can work on the same branch, and the administrator of the partner that manages itself.
 */
export const people = {
  amara: { displayName: 'Amara Okafor', role: 'PlatformAdministrator', at: PLATFORM },
  tomasz: { displayName: 'Tomasz Zielinski', role: 'PlatformReader', at: PLATFORM },
  matthias: {
    displayName: 'Matthias Oertel',
    role: 'DistributorAdministrator',
    at: 'Nordlicht Distribution',
  },
  rebecca: {
    displayName: 'Rebecca Lindgren',
    role: 'DistributorReader',
    at: 'Pacific Crest Supply',
  },
  jana: { displayName: 'Jana Hartwig', role: 'PartnerAdministrator', at: 'Halden Systemhaus' },
  emre: { displayName: 'Emre Aydin', role: 'PartnerAdministrator', at: 'Halden Systemhaus' },
  sofie: { displayName: 'Sofie Brandt', role: 'PartnerReader', at: 'Halden Systemhaus' },
  claire: {
    displayName: 'Claire Fontaine',
    role: 'PartnerAdministrator',
    at: CLOSED_PARTNER,
  },
  lukas: {
    displayName: 'Lukas Ketteler',
    role: 'TenantAdministrator',
    at: CLOSED_TENANT,
  },
  nora: { displayName: 'Nora Petersen', role: 'TenantReader', at: 'Weserland Logistik' },
} as const satisfies Record<string, DemoPerson>;

export type PersonKey = keyof typeof people;

/** The address that a person of the demo signs in with. */
export function emailOfPerson({ displayName, at }: DemoPerson): string {
  return emailOf(displayName, at);
}
