import { documentRecord } from '../../shared/documents/records.ts';
import { says } from '../../shared/documents/words.ts';
import type { Fact } from '../core/facts.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Document } from './document.entity.ts';

/**
 * A shared contract is uploaded, and not removed. One for those inside alone does not count: everybody
 * who sees the onboarding would learn of it by the step [W2].
 */
const contractSigned: Fact = {
  key: 'contract-signed',
  concerns: (_, { publication, organisationId, record }) =>
    publication.resource === documentRecord.name &&
    record['kind'] === 'contract' &&
    organisationId !== null
      ? [organisationId]
      : [],
  read: async ({ em }, organisationId) => {
    const [first] = await em.find(
      Document,
      { organisationId, kind: 'contract', visibility: 'shared', removedAt: null },
      { orderBy: { id: 'asc' }, limit: 1 },
    );
    const begun = first && (await em.findOne(DocumentVersion, { documentId: first.id, number: 1 }));
    return {
      holds: first !== undefined,
      since: begun?.uploadedAt ?? null,
      evidence: first ? says.isSigned({ name: first.name }) : says.notSigned,
      href: `/organisations/${organisationId}/documents`,
    };
  },
};

/** What onboardings follow of documents. */
export const documentFacts: readonly Fact[] = [contractSigned];
