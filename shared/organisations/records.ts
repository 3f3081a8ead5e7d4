import { record } from '../core/record.ts';
import type { Billing, Organisation, OrganisationSettings } from './contract.ts';
import {
  editBilling,
  editOrganisation,
  editSettings,
  findBilling,
  findOrganisation,
  findSettings,
  listChildren,
} from './endpoints.ts';

export const organisationRecord = record<Organisation>()({
  name: 'organisation',
  topic: 'directory',
  find: findOrganisation,
  edit: editOrganisation,
  list: listChildren,
  organisationOf: ({ id }) => id,
  ownerOf: ({ parentId }) => parentId,
  nameOf: ({ displayName }) => displayName,
  derived: { path: [], childCount: 0 },
});

export const billingRecord = record<Billing>()({
  name: 'billing',
  topic: 'billing',
  find: findBilling,
  edit: editBilling,
  idOf: ({ organisationId }) => organisationId,
});

export const settingsRecord = record<OrganisationSettings>()({
  name: 'settings',
  topic: 'settings',
  find: findSettings,
  edit: editSettings,
  idOf: ({ organisationId }) => organisationId,
  blank: 'inherit',
});
