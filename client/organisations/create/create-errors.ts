import { CreateOrganisation } from '../../../shared/organisations/contract.ts';
import { pathErrors } from '../../core/form.svelte.ts';
import type { CreateRequest, DraftErrors, DraftField } from './create-request.ts';

/** What is asked for where a field is empty, and the contract's words are meant for a program. */
const missing: DraftErrors = {
  'firstAdministrator.displayName': 'Name who administers it: nobody else can enter it.',
  'firstAdministrator.email': 'Give an e-mail address.',
  'billing.contact.email': 'Give an e-mail address.',
  'billing.address.country': 'Choose a country.',
  'billing.currency': 'Choose a currency.',
};

/** What is wrong with it, by the schema that the server refuses it by. */
export function errorsOf(
  request: CreateRequest,
  typed: (field: DraftField) => string,
): DraftErrors {
  const errors: DraftErrors = pathErrors(CreateOrganisation, request);
  for (const field of Object.keys(errors) as DraftField[]) {
    const words = missing[field];
    if (words !== undefined && typed(field).trim() === '') errors[field] = words;
  }
  return errors;
}
