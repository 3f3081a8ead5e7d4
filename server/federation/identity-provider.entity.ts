import { defineEntity, p } from '@mikro-orm/core';
import type { ProviderTest } from '../../shared/federation/contract.ts';
import type { ProviderKind } from '../../shared/federation/issuer.ts';
import { updatedAtColumn } from '../core/db/updated-at.ts';

const IdentityProviderSchema = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_providers',
  properties: {
    id: p.uuid().primary(),
    /** The platform: it alone connects providers. */
    organisationId: p.uuid(),
    kind: p.string().$type<ProviderKind>(),
    label: p.string(),
    issuer: p.text(),
    clientId: p.text(),
    sealedSecret: p.text().strictNullable().lazy(),
    secretSetAt: p.datetime(3).strictNullable(),
    scopes: p.text(),
    directories: p.json().$type<string[]>(),
    domain: p.string().strictNullable(),
    enabled: p.boolean(),
    test: p.json().$type<ProviderTest | null>().strictNullable(),
    createdAt: p.datetime(3),
    updatedAt: updatedAtColumn(),
    version: p.integer().version(),
  },
});

/** Who vouches for people: Microsoft Entra, Google, or another that speaks OpenID Connect. */
export class IdentityProvider extends IdentityProviderSchema.class {}
IdentityProviderSchema.setClass(IdentityProvider);
