import { defineEntity, p } from '@mikro-orm/core';
import type { SelfProvisioning } from '../../shared/organisations/contract.ts';

const OrganisationSettingsSchema = defineEntity({
  name: 'OrganisationSettings',
  tableName: 'organisation_settings',
  properties: {
    organisationId: p.uuid().primary(),
    subPartners: p.boolean(),
    selfProvisioning: p.json().$type<SelfProvisioning>(),
    updatedAt: p.datetime(3),
    version: p.integer().version(),
  },
});

/** What a platform, distributor or partner lays down for those below it. */
export class OrganisationSettings extends OrganisationSettingsSchema.class {}
OrganisationSettingsSchema.setClass(OrganisationSettings);
