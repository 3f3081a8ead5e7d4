import { record } from '../core/record.ts';
import type { Billing, Organisation, OrganisationSettings } from './contract.ts';

export const organisationRecord = record<Organisation>()({
  name: 'organisation',
  topic: 'directory',
  path: '/organisations/:id',
  list: '/organisations/:owner/children',
  organisationOf: ({ id }) => id,
  ownerOf: ({ parentId }) => parentId,
  nameOf: ({ displayName }) => displayName,
  derived: { path: [], childCount: 0 },
});

export const billingRecord = record<Billing>()({
  name: 'billing',
  topic: 'billing',
  path: '/organisations/:id/billing',
  idOf: ({ organisationId }) => organisationId,
});

export const settingsRecord = record<OrganisationSettings>()({
  name: 'settings',
  topic: 'settings',
  path: '/organisations/:id/settings',
  idOf: ({ organisationId }) => organisationId,
  blank: 'inherit',
});
