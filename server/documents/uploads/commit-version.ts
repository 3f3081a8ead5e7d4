import type { Said } from '../../../shared/core/words/said.ts';
import { says } from '../../../shared/documents/words.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { StoredFile } from '../../core/files/files.ts';
import { newId } from '../../core/new-id.ts';
import { DocumentVersion } from '../document-version.entity.ts';
import { Document } from '../document.entity.ts';
import type { DocumentUpload } from './document-upload.entity.ts';

/**
 * A checked file becomes a document, or the next version of one; answers why it does not, where
 * that has changed since it was reserved.
 */
export async function commitVersion(
  tx: Transaction,
  upload: DocumentUpload,
  stored: StoredFile & { type: string },
): Promise<Said | null> {
  const { em, now } = tx;
  const { documentId, organisationId, isNew, kind, visibility, name, fileKey } = upload;
  const known = isNew ? null : await em.findOne(Document, { id: documentId });
  if (!isNew && !known) return says.replacesNothing;
  if (known?.removedAt) return says.replacesRemoved;
  if (known?.sha256 === stored.sha256) return says.isSame;
  upload.sameAsId = await findSame(tx, upload, stored);
  const by = { uploadedById: upload.accountId, uploadedByDisplayName: upload.accountName };
  const number = (known?.number ?? 0) + 1;
  const content = { name, number, ...stored, ...by, uploadedAt: now };
  const version = em.create(DocumentVersion, {
    id: newId(),
    ...{ organisationId, documentId, fileKey, ...content },
  });
  if (known) known.take(version);
  else {
    em.create(Document, {
      id: documentId,
      ...{ organisationId, kind, visibility, removedAt: null, ...content },
    });
  }
  upload.state = 'done';
  return null;
}

/**
 * Another document here of the same bytes [W10]. What is only for those inside is not told of to
 * who shares a file from above.
 */
async function findSame(
  { em }: Transaction,
  { organisationId, documentId, visibility }: DocumentUpload,
  { sha256 }: StoredFile,
): Promise<string | null> {
  const same = await em.findOne(Document, {
    ...{ organisationId, sha256, id: { $ne: documentId }, removedAt: null },
    ...(visibility === 'shared' && { visibility }),
  });
  return same?.id ?? null;
}
