import { type Fields, flattenFields } from '../../shared/core/merge-patch.ts';
import type { Activity } from '../../shared/live/contract.ts';
import { type Sentences, type Tell, textOf, type Told } from '../core/activity.ts';
import { formatList } from '../core/format.ts';

/** How changes of the tree, of billing profiles and settings read in the feed. */
export const organisationSentences = {
  organisation: aboutOrganisation,
  billing: ({ op, fields }, tell) =>
    op === 'update' ? tell(`changed ${changed(fields)} in the billing of`) : undefined,
  settings: ({ op }, tell) => (op === 'update' ? tell('changed the settings of') : undefined),
} satisfies Sentences;

const fieldWords: Record<string, string> = {
  displayName: 'the name',
  description: 'the description',
  externalId: 'the external id',
  'contact.name': 'the contact’s name',
  'contact.email': 'the contact’s e-mail',
  'contact.phone': 'the contact’s phone',
  currency: 'the currency',
  taxId: 'the tax id',
};

function aboutOrganisation({ op, action, fields }: Activity, tell: Tell): Told | undefined {
  if (op === 'create') return tell(`created the ${textOf(fields['kind']) ?? 'organisation'}`);
  if (op === 'delete') return tell('deleted');
  if (op === 'leave') return tell('moved', ' away');
  if (action === 'organisation.move') return 'parentId' in fields ? tell('moved') : undefined;
  if ('status' in fields) return tell(fields['status'] === 'suspended' ? 'suspended' : 'activated');
  if ('managementMode' in fields) {
    return fields['managementMode'] === 'self-managed'
      ? tell('closed', ' to those above')
      : tell('opened', ' to those above');
  }
  if ('lockedAt' in fields) return tell(fields['lockedAt'] === null ? 'unlocked' : 'locked');
  const name = fields['displayName'];
  const others = { ...fields, displayName: undefined };
  const more = changed(others);
  if (typeof name === 'string') {
    return tell('renamed an organisation to', more === '' ? '' : ` and changed ${more}`);
  }
  return more === '' ? undefined : tell(`changed ${more} of`);
}

/** The changed fields in words; an address counts as one. */
function changed(fields: Fields): string {
  const names = Object.keys(flattenFields(fields)).filter((name) => name !== 'updatedAt');
  const words = names.map((name) =>
    name.startsWith('address.') ? 'the address' : (fieldWords[name] ?? ''),
  );
  return formatList([...new Set(words)].filter((word) => word !== ''));
}
