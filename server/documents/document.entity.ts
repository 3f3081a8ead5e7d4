import { defineEntity, p } from '@mikro-orm/core';
import type { DocumentKind, Visibility } from '../../shared/documents/contract.ts';
import type { DocumentVersion } from './document-version.entity.ts';

const DocumentSchema = defineEntity({
  name: 'Document',
  tableName: 'documents',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    kind: p.string().$type<DocumentKind>(),
    visibility: p.string().$type<Visibility>(),
    name: p.string(),
    size: p.integer(),
    type: p.string(),
    sha256: p.string(),
    number: p.integer(),
    uploadedById: p.string(),
    uploadedByDisplayName: p.string(),
    uploadedAt: p.datetime(3),
    removedAt: p.datetime(3).strictNullable().index(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['organisationId', 'kind'] }],
});

/** A document of an organisation: what its latest version is, and whether it is removed. */
export class Document extends DocumentSchema.class {
  /** A new version is what the document is from now on. */
  take({ name, size, type, sha256, number, ...by }: DocumentVersion): void {
    const { uploadedById, uploadedByDisplayName, uploadedAt } = by;
    Object.assign(this, { name, size, type, sha256, number });
    Object.assign(this, { uploadedById, uploadedByDisplayName, uploadedAt });
  }
}
DocumentSchema.setClass(Document);
