import { defineEntity, p } from '@mikro-orm/core';
import type { MfaRule } from '../../shared/organisations/mfa-rule.ts';
import type { SelfProvisioning } from '../../shared/organisations/contract.ts';
import type { SignInPaths } from '../../shared/organisations/sign-in-paths.ts';
import { updatedAtColumn } from '../core/db/updated-at.ts';

const OrganisationSettingsSchema = defineEntity({
  name: 'OrganisationSettings',
  tableName: 'organisation_settings',
  properties: {
    organisationId: p.uuid().primary(),
    subPartners: p.boolean(),
    selfProvisioning: p.json().$type<SelfProvisioning>(),
    mfa: p.string().$type<MfaRule>().default('nobody'),
    signInPaths: p.json().$type<SignInPaths>().strictNullable(),
    updatedAt: updatedAtColumn(),
    version: p.integer().version(),
  },
});

/** What a platform, distributor, partner or tenant lays down for itself and those below it. */
export class OrganisationSettings extends OrganisationSettingsSchema.class {}
OrganisationSettingsSchema.setClass(OrganisationSettings);
