import { defineEntity, p } from '@mikro-orm/core';
import type { DocumentKind, UploadState, Visibility } from '../../../shared/documents/contract.ts';
import type { Said } from '../../../shared/core/words/said.ts';

const DocumentUploadSchema = defineEntity({
  name: 'DocumentUpload',
  tableName: 'document_uploads',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid().index(),
    documentId: p.uuid(),
    /** Whose it is: nobody else knows of it. */
    accountId: p.uuid(),
    accountName: p.string(),
    kind: p.string().$type<DocumentKind>(),
    visibility: p.string().$type<Visibility>(),
    /** Whether the document begins with it; else it is a new version. */
    isNew: p.boolean(),
    name: p.string(),
    size: p.integer(),
    /** How many bytes are on the disk for sure. */
    received: p.integer(),
    state: p.string().$type<UploadState>(),
    refusal: p.json().$type<Said>().strictNullable(),
    /** Another document here of the same bytes, which its uploader sees. */
    sameAsId: p.uuid().strictNullable(),
    /** When bytes came last; it is swept by that. */
    touchedAt: p.datetime(3).index(),
    /** Where its bytes will be, however often that is tried. */
    fileKey: p.string(),
    leaseToken: p.string().strictNullable(),
    leaseUntil: p.datetime(3).strictNullable(),
    /** Whether another request waits for the lease. */
    isLeaseWanted: p.boolean(),
  },
  indexes: [{ properties: ['accountId', 'state'] }],
});

/** A file on its way. It is in no log: before it is checked, it exists for its uploader alone [W3]. */
export class DocumentUpload extends DocumentUploadSchema.class {}
DocumentUploadSchema.setClass(DocumentUpload);
