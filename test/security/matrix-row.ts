import type { Role } from '../../shared/access/roles.ts';
import type { Endpoint } from '../../shared/core/endpoint.ts';
import type { PlaceName } from '../support/places.ts';

/** Method and path below `/api`: an endpoint, or what is served without one. */
export type Address = Pick<Endpoint, 'method' | 'path'>;

/**
 * One operation in the matrix of its feature: who may do it, where. A role that the row does not
 * list is denied: with 403 where the target lies within the scope of its grant, else with 404.
 */
export interface Row {
  /** What people call it. */
  operation: string;
  /** How it is asked for; `:id` in its path stands for the target, or for the record of `of`. */
  endpoint: Address;
  /** Where it is done. */
  target: PlaceName;
  /** The roles that may when held above the target. */
  above?: readonly Role[];
  /** The roles that may when held at the target itself. */
  at?: readonly Role[];
  /** The roles that may when held above, with a self-managed organisation in between. */
  overBarrier?: readonly Role[];
  /** A name that starts with `@` stands for that organisation's id. */
  body?: object;
  query?: string;
  /** What a permitted call answers; 200 where it does not say. */
  answers?: number;
  /** Which record it is done to, where that is not the target itself. */
  of?:
    | 'account'
    | 'active account'
    | 'grant'
    | 'new account'
    | 'new grant'
    | 'new deleted tenant'
    | 'new draft'
    | 'new provider'
    | 'new suspended tenant'
    | 'new token';
  /** Whether it signs out who is at home at the target or below. */
  endsSessions?: true;
  /** The call that takes it back, below the same record. */
  undo?: string;
}

/** An endpoint at which everybody is alike, whatever they hold. */
export interface PlainRow {
  endpoint: Address;
  /** What it answers to everybody signed in; the same without a session where only this is given. */
  everybody: number;
  signedOut?: number;
  body?: object;
}

export const platform: readonly Role[] = ['PlatformAdministrator', 'PlatformReader'];
export const distributor: readonly Role[] = ['DistributorAdministrator', 'DistributorReader'];
export const partner: readonly Role[] = ['PartnerAdministrator', 'PartnerReader'];
const tenant: readonly Role[] = ['TenantAdministrator', 'TenantReader'];
const toPartner = [...platform, ...distributor, ...partner];

export const admins: readonly Role[] = ['PlatformAdministrator', 'DistributorAdministrator'];
export const adminsToPartner: readonly Role[] = [...admins, 'PartnerAdministrator'];

export const everyReader = { above: toPartner, at: tenant };
export const everyAdmin = { above: adminsToPartner, at: ['TenantAdministrator'] as const };
export const commercial = { overBarrier: [...platform, ...distributor] };

/** A provider that nobody answers for. */
export const provider = {
  kind: 'oidc',
  label: 'Example',
  issuer: 'http://127.0.0.1:9',
  clientId: 'canopy',
};
