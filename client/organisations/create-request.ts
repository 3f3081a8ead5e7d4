import type { NewBilling } from '../../shared/organisations/contract.ts';
import { CreateOrganisation } from '../../shared/organisations/contract.ts';
import type { createOrganisation } from '../../shared/organisations/endpoints.ts';
import { hasBarrier, hasBilling } from '../../shared/organisations/hierarchy.ts';
import type { Given } from '../core/api.ts';
import { pathErrors } from '../core/form.svelte.ts';

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
type Request = Given<typeof createOrganisation>['body'];

/** What is asked for where a field is empty, and the contract's words are meant for a program. */
const missing: DraftErrors = {
  'firstAdministrator.displayName': 'Name who administers it: nobody else can enter it.',
  'firstAdministrator.email': 'Give an e-mail address.',
  'billing.contact.email': 'Give an e-mail address.',
  'billing.address.country': 'Choose a country.',
  'billing.currency': 'Choose a currency.',
};

/** The request that what was typed makes. */
export function requestOf(
  { kind, parentId }: { kind: Kind; parentId: string },
  typed: (field: DraftField) => string,
): Request {
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

/** What is wrong with it, by the schema that the server refuses it by. */
export function errorsOf(request: Request, typed: (field: DraftField) => string): DraftErrors {
  const errors: DraftErrors = pathErrors(CreateOrganisation, request);
  for (const field of Object.keys(errors) as DraftField[]) {
    const words = missing[field];
    if (words !== undefined && typed(field).trim() === '') errors[field] = words;
  }
  return errors;
}
