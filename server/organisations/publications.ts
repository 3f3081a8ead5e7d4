import { publish } from '../core/changes/publication.ts';
import { BillingProfile } from './billing-profile.entity.ts';
import { OrganisationSettings } from './organisation-settings.entity.ts';
import { Organisation } from './organisation.entity.ts';

export const organisationPublication = publish<Organisation>({
  entity: Organisation,
  resource: 'organisation',
  topic: 'directory',
  recordId: (organisation) => organisation.id,
  organisationId: (organisation) => organisation.id,
  fields: {
    kind: 'kind',
    parentId: 'parentId',
    displayName: 'displayName',
    description: 'description',
    externalId: 'externalId',
    status: 'status',
    managementMode: 'managementMode',
    lockedAt: 'lockedAt',
    createdAt: 'createdAt',
    updatedAt: 'updatedAt',
  },
});

export const billingPublication = publish<BillingProfile>({
  entity: BillingProfile,
  resource: 'billing',
  topic: 'billing',
  recordId: (billing) => billing.organisationId,
  organisationId: (billing) => billing.organisationId,
  organisationColumn: 'organisationId',
  fields: {
    organisationId: 'organisationId',
    'contact.name': 'contactName',
    'contact.email': 'contactEmail',
    'contact.phone': 'contactPhone',
    'address.line1': 'addressLine1',
    'address.line2': 'addressLine2',
    'address.postalCode': 'addressPostalCode',
    'address.city': 'addressCity',
    'address.region': 'addressRegion',
    'address.country': 'addressCountry',
    currency: 'currency',
    taxId: 'taxId',
    updatedAt: 'updatedAt',
  },
});

export const settingsPublication = publish<OrganisationSettings>({
  entity: OrganisationSettings,
  resource: 'settings',
  topic: 'settings',
  recordId: (settings) => settings.organisationId,
  organisationId: (settings) => settings.organisationId,
  organisationColumn: 'organisationId',
  fields: {
    organisationId: 'organisationId',
    subPartners: 'subPartners',
    selfProvisioning: 'selfProvisioning',
    mfa: 'mfa',
    signInPaths: 'signInPaths',
    updatedAt: 'updatedAt',
  },
  maps: ['selfProvisioning'],
});
