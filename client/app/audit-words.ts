import type { Resource } from '../../shared/records.ts';
import { accessRequestWords } from '../access-requests/audit-words.ts';
import { accessWords } from '../access/audit-words.ts';
import { accountWords } from '../accounts/audit-words.ts';
import { ownWords } from '../audit/audit-words.ts';
import { providerWords } from '../federation/audit-words.ts';
import { organisationWords } from '../organisations/audit-words.ts';
import { tokenWords } from '../tokens/audit-words.ts';

/** The audit's names of records and deeds, of all features; a record without one does not compile. */
export const auditWords = {
  records: {
    ...organisationWords.records,
    ...accessWords.records,
    ...accessRequestWords.records,
    ...accountWords.records,
    ...providerWords.records,
    ...tokenWords.records,
  } satisfies Record<Resource, string>,
  deeds: {
    ...organisationWords.deeds,
    ...accessWords.deeds,
    ...accessRequestWords.deeds,
    ...accountWords.deeds,
    ...providerWords.deeds,
    ...tokenWords.deeds,
    ...ownWords.deeds,
  },
};
