import { defineEntity, p } from '@mikro-orm/core';

const DocumentVersionSchema = defineEntity({
  name: 'DocumentVersion',
  tableName: 'document_versions',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    documentId: p.uuid(),
    number: p.integer(),
    name: p.string(),
    size: p.integer(),
    type: p.string(),
    sha256: p.string(),
    /** Where its bytes are. */
    fileKey: p.string(),
    uploadedById: p.string(),
    uploadedByDisplayName: p.string(),
    uploadedAt: p.datetime(3),
  },
  uniques: [{ properties: ['documentId', 'number'] }],
  indexes: [{ properties: ['organisationId', 'sha256'] }],
});

/** What a document was at one time; never written over [W11]. */
export class DocumentVersion extends DocumentVersionSchema.class {}
DocumentVersionSchema.setClass(DocumentVersion);
