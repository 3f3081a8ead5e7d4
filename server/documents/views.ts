import type {
  Document as DocumentView,
  DocumentVersion as VersionView,
  Upload as UploadView,
} from '../../shared/documents/contract.ts';
import type { Row } from '../core/db/find-rows.ts';
import type { DocumentVersion } from './document-version.entity.ts';
import type { Document } from './document.entity.ts';
import type { DocumentUpload } from './uploads/document-upload.entity.ts';

export function viewDocument(document: Row<Document>): DocumentView {
  const { id, organisationId, kind, visibility, removedAt, version } = document;
  return {
    ...{ id, organisationId, kind, visibility, version },
    ...viewContent(document),
    removedAt: removedAt?.toISOString() ?? null,
  };
}

export function viewVersion(version: Row<DocumentVersion>): VersionView {
  return { id: version.id, ...viewContent(version) };
}

/** What a document and its versions say alike. */
function viewContent(of: Row<DocumentVersion> | Row<Document>) {
  const { name, size, type, sha256, number, uploadedAt } = of;
  return {
    ...{ name, size, type, sha256, number },
    uploadedBy: { id: of.uploadedById, displayName: of.uploadedByDisplayName },
    uploadedAt: uploadedAt.toISOString(),
  };
}

export function viewUpload(
  upload: Row<DocumentUpload>,
  sameAs: { id: string; name: string } | null,
): UploadView {
  const { id, organisationId, documentId, kind, visibility, name, size, received } = upload;
  const { state, refusal } = upload;
  return {
    ...{ id, organisationId, documentId, kind, visibility, name, size, received, state, sameAs },
    refusal: refusal && {
      code: refusal.code,
      ...(refusal.params && { params: { ...refusal.params } }),
      detail: refusal.detail,
    },
  };
}
