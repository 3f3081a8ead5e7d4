import { expect, test } from 'vitest';
import { errorsOf } from '../../client/organisations/create/create-errors.ts';
import {
  type DraftField,
  type Kind,
  requestOf,
} from '../../client/organisations/create/create-request.ts';

const parentId = '0197c8a0-0000-7000-8000-000000000001';

function errors(kind: Kind, values: Partial<Record<DraftField, string>>) {
  const typed = (field: DraftField): string => values[field] ?? '';
  return errorsOf(requestOf({ kind, parentId }, typed), typed);
}

test.each<[string, Kind, Partial<Record<DraftField, string>>, object]>([
  ['a folder needs a name', 'folder', {}, { displayName: 'Enter a name.' }],
  [
    'a name of blanks is none',
    'folder',
    { displayName: '\u200b ' },
    { displayName: 'Enter a name.' },
  ],
  [
    'whoever closes it from the start names an administrator',
    'unit',
    { displayName: 'Lab', managementMode: 'self-managed', 'firstAdministrator.email': 'dana@' },
    {
      'firstAdministrator.displayName': 'Enter who administers it: nobody else has access to it.',
      'firstAdministrator.email': 'This is not an e-mail address.',
    },
  ],
  [
    'a tenant needs a billing profile',
    'tenant',
    { displayName: 'Acme', 'billing.contact.email': 'x@y', 'billing.address.country': 'DE' },
    {
      'billing.contact.name': 'Enter a contact’s name.',
      'billing.contact.email': 'This is not an e-mail address.',
      'billing.address.line1': 'Enter the street and number.',
      'billing.address.city': 'Enter the city.',
      'billing.currency': 'Choose a currency.',
    },
  ],
])('%s', (_, kind, values, expected) => {
  expect(errors(kind, values)).toEqual(expected);
});
