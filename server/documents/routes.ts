import {
  ContentQuery,
  Document,
  DocumentVersion,
  Reserved,
  ReserveUpload,
  Upload,
} from '../../shared/documents/contract.ts';
import * as endpoints from '../../shared/documents/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import type { Node } from '../core/node.ts';
import { findDocument, listDocuments, listVersions, readContent } from './read-documents.ts';
import { removeDocument, restoreDocument } from './remove-document.ts';
import { cancelUpload, findUpload } from './uploads/find-upload.ts';
import { reserveUpload } from './uploads/reserve-upload.ts';

/** The documents of organisations; their bytes come in beside, by tus. */
export function documentRoutes(node: Node) {
  return serve('documents', endpoints, (on) => {
    on(
      endpoints.listDocuments,
      { summary: 'List the documents, those removed in the last 30 days too', answer: Document },
      ({ work, id }) => listDocuments(work, id),
    );
    on(
      endpoints.reserveUpload,
      {
        summary:
          'Announce a file; its bytes then go to uploadUrl by tus 1.0 (HEAD, PATCH), and it is a document once they are checked',
        body: ReserveUpload,
        answer: Reserved,
        collection: 'documents',
      },
      ({ work, id, body }) => reserveUpload(work, id, body),
    );
    on(endpoints.findDocument, { summary: 'Read a document', answer: Document }, ({ work, id }) =>
      findDocument(work, id),
    );
    on(
      endpoints.listVersions,
      { summary: 'List the versions of a document, the latest first', answer: DocumentVersion },
      ({ work, id }) => listVersions(work, id),
    );
    on(
      endpoints.readContent,
      {
        summary: 'Download a document, whole or one range of it; also an earlier version',
        query: ContentQuery,
      },
      ({ work, id, query }) => readContent(node, work, { id, number: query.version }),
    );
    on(
      endpoints.removeDocument,
      { summary: 'Remove a document; for 30 days it can be restored' },
      ({ work, id }) => removeDocument(work, id),
    );
    on(
      endpoints.restoreDocument,
      { summary: 'Restore a removed document', answer: Document },
      ({ work, id }) => restoreDocument(work, id),
    );
    on(
      endpoints.findUpload,
      { summary: 'Read how far an upload is, and what became of it', answer: Upload },
      ({ work, id }) => findUpload(work, id),
    );
    on(
      endpoints.cancelUpload,
      { summary: 'Cancel an upload; what has arrived of it is deleted' },
      ({ work, id }) => cancelUpload(node, work, id),
    );
  });
}
