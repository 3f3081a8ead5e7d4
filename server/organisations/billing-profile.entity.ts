import { defineEntity, p } from '@mikro-orm/core';
import { updatedAtColumn } from '../core/db/updated-at.ts';

const BillingProfileSchema = defineEntity({
  name: 'BillingProfile',
  tableName: 'billing_profiles',
  properties: {
    organisationId: p.uuid().primary(),
    contactName: p.string(),
    contactEmail: p.string(),
    contactPhone: p.string(),
    addressLine1: p.string(),
    addressLine2: p.string(),
    addressPostalCode: p.string(),
    addressCity: p.string(),
    addressRegion: p.string(),
    addressCountry: p.string().length(2),
    currency: p.string().length(3),
    taxId: p.string().strictNullable(),
    updatedAt: updatedAtColumn(),
    version: p.integer().version(),
  },
});

/** Who pays, and in which currency: of distributors, partners and tenants. */
export class BillingProfile extends BillingProfileSchema.class {}
BillingProfileSchema.setClass(BillingProfile);
