import type { Resource } from '../../shared/records.ts';
import { words as accessRequests } from '../access-requests/audit/words.ts';
import { words as access } from '../access/audit/words.ts';
import { words as accounts } from '../accounts/audit/words.ts';
import { words as audit } from '../audit/words.ts';
import type { AuditWords } from '../core/audit-words.ts';
import { words as documents } from '../documents/audit/words.ts';
import { words as federation } from '../federation/audit/words.ts';
import { words as jobs } from '../jobs/words.ts';
import { words as onboarding } from '../onboarding/audit/words.ts';
import { words as organisations } from '../organisations/audit/words.ts';
import { words as tokens } from '../tokens/audit/words.ts';

/** The audit's names of records and deeds, of all features; a record without one does not compile. */
export const auditWords: AuditWords = {
  get records() {
    return {
      ...organisations.records,
      ...access.records,
      ...accessRequests.records,
      ...accounts.records,
      ...federation.records,
      ...tokens.records,
      ...documents.records,
      ...onboarding.records,
    } satisfies Record<Resource, string>;
  },
  get deeds() {
    return {
      ...organisations.deeds,
      ...access.deeds,
      ...accessRequests.deeds,
      ...accounts.deeds,
      ...federation.deeds,
      ...tokens.deeds,
      ...documents.deeds,
      ...onboarding.deeds,
      ...jobs.deeds,
      ...audit.deeds,
    };
  },
};
