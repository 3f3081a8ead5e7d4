import type { CreateOrganisation, NewBilling } from '../../../shared/organisations/contract.ts';
import type { createOrganisation } from '../../../shared/organisations/endpoints.ts';
import { hasBarrier, hasBilling } from '../../../shared/organisations/hierarchy.ts';
import type { Given } from '../../core/api.ts';

export type Kind = CreateOrganisation['kind'];

/** The fields of the wizard, flat, by the dotted path under which a request is refused for them. */
export type DraftField =
  | 'displayName'
  | 'description'
  | 'externalId'
  | 'managementMode'
  | 'firstAdministrator.displayName'
  | 'firstAdministrator.email'
  | 'billing.contact.name'
  | 'billing.contact.email'
  | 'billing.contact.phone'
  | `billing.address.${keyof NewBilling['address']}`
  | 'billing.currency'
  | 'billing.taxId';

export type DraftErrors = Partial<Record<DraftField, string>>;
export type CreateRequest = Given<typeof createOrganisation>['body'];

/** The request that what was typed makes. */
export function requestOf(
  { kind, parentId }: { kind: Kind; parentId: string },
  typed: (field: DraftField) => string,
): CreateRequest {
  const text = (field: DraftField): string => typed(field).trim();
  const isClosed = hasBarrier(kind) && typed('managementMode') === 'self-managed';
  const billing = {
    contact: {
      name: text('billing.contact.name'),
      email: text('billing.contact.email'),
      phone: text('billing.contact.phone'),
    },
    address: {
      line1: text('billing.address.line1'),
      line2: text('billing.address.line2'),
      postalCode: text('billing.address.postalCode'),
      city: text('billing.address.city'),
      region: text('billing.address.region'),
      country: text('billing.address.country'),
    },
    currency: text('billing.currency'),
    taxId: text('billing.taxId') || null,
  };
  return {
    kind,
    parentId,
    displayName: text('displayName'),
    description: text('description'),
    externalId: text('externalId') || null,
    ...(hasBarrier(kind) && { managementMode: isClosed ? 'self-managed' : 'managed' }),
    ...(isClosed && {
      firstAdministrator: {
        displayName: text('firstAdministrator.displayName'),
        email: text('firstAdministrator.email'),
      },
    }),
    ...(hasBilling(kind) && { billing }),
  };
}
