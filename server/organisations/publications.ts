import {
  Billing,
  OrganisationFields,
  OrganisationSettings as SettingsView,
} from '../../shared/organisations/contract.ts';
import {
  billingRecord,
  organisationRecord,
  settingsRecord,
} from '../../shared/organisations/records.ts';
import { publish } from '../core/changes/publication.ts';
import { organisationAccess, settingsAccess } from './access-effect.ts';
import { BillingProfile } from './billing-profile.entity.ts';
import { OrganisationSettings } from './organisation-settings.entity.ts';
import { Organisation } from './organisation.entity.ts';

export const organisationPublication = publish(organisationRecord, {
  entity: Organisation,
  fields: OrganisationFields,
  organisationId: ({ id }) => id,
  access: organisationAccess,
});

export const billingPublication = publish(billingRecord, {
  entity: BillingProfile,
  fields: Billing,
  recordId: ({ organisationId }) => organisationId,
});

export const settingsPublication = publish(settingsRecord, {
  entity: OrganisationSettings,
  fields: SettingsView,
  recordId: ({ organisationId }) => organisationId,
  maps: ['selfProvisioning'],
  access: settingsAccess,
});
