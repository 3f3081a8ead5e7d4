import { documentRecord } from '../../shared/documents/records.ts';
import { says } from '../../shared/documents/words.ts';
import type { Fact } from '../core/facts.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Document } from './document.entity.ts';

/**
 * A contract is uploaded, and not removed. Everybody who sees the onboarding reads the evidence, so
 * it names only what is shared.
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
      { organisationId, kind: 'contract', removedAt: null },
      { orderBy: { id: 'asc' }, limit: 1 },
    );
    const begun = first && (await em.findOne(DocumentVersion, { documentId: first.id, number: 1 }));
    const isNamed = first?.visibility === 'shared';
    return {
      holds: first !== undefined,
      since: begun?.uploadedAt ?? null,
      evidence: !first
        ? says.notSigned
        : isNamed
          ? says.isSigned({ name: first.name })
          : says.isSignedInside,
      href: `/organisations/${organisationId}/documents`,
    };
  },
};

/** What onboardings follow of documents. */
export const documentFacts: readonly Fact[] = [contractSigned];
