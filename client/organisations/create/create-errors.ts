import { CreateOrganisation } from '../../../shared/organisations/contract.ts';
import { pathErrors } from '../../core/form.svelte.ts';
import type { CreateRequest, DraftErrors, DraftField } from './create-request.ts';
import { words } from './words.ts';

/** What is wrong with it, by the schema that the server refuses it by. */
export function errorsOf(
  request: CreateRequest,
  typed: (field: DraftField) => string,
): DraftErrors {
  const errors: DraftErrors = pathErrors(CreateOrganisation, request);
  for (const field of Object.keys(errors) as DraftField[]) {
    if (isMissing(field) && typed(field).trim() === '') errors[field] = words.missing[field];
  }
  return errors;
}

/** Where a field is empty, the contract's words are meant for a program. */
function isMissing(field: DraftField): field is DraftField & keyof typeof words.missing {
  return Object.hasOwn(words.missing, field);
}
