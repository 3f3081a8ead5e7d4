import { HOUR } from '../core/clock.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import type { JobKind } from '../core/jobs/kind.ts';
import {
  organisationDeleted,
  organisationKept,
  organisationRestored,
} from '../organisations/events.ts';
import { DiscardedFile } from './discarded-file.entity.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Document } from './document.entity.ts';
import { documentFacts } from './facts.ts';
import { bringBackDocuments, clearDocuments, keepDocuments } from './keep-documents.ts';
import { documentPublication } from './publications.ts';
import { documentRoutes } from './routes.ts';
import { sweepDocuments } from './sweep-documents.ts';
import { uploadBytes } from './uploads/byte-routes.ts';
import { checkUpload } from './uploads/check-upload.ts';
import { DocumentUpload } from './uploads/document-upload.entity.ts';

/** Contracts, terms and other files of organisations. */
export const documents: Feature = {
  name: 'documents',
  entities: [Document, DocumentVersion, DocumentUpload, DiscardedFile],
  publications: [documentPublication],
  reactions: [
    on(organisationKept, async (tx, { organisationId }) => ({
      name: 'documents',
      rows: await keepDocuments(tx, organisationId),
    })),
    on(organisationDeleted, (tx, { organisationId }) => clearDocuments(tx, organisationId)),
    on(organisationRestored, async (tx, { kept }) => {
      await bringBackDocuments(tx, kept['documents'] ?? {});
      return [];
    }),
  ],
  routes: documentRoutes,
  byteRoutes: uploadBytes,
  jobs: [checkUpload as JobKind],
  facts: documentFacts,
  sweeps: [{ every: HOUR, run: sweepDocuments }],
};
