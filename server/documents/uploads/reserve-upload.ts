import { Refusal, refuseField, refuseFor } from '../../../shared/core/refusals.ts';
import type { Reserved, ReserveUpload } from '../../../shared/documents/contract.ts';
import { MOST_DOCUMENTS, MOST_UPLOADS, MOST_VERSIONS } from '../../../shared/documents/limits.ts';
import { uploadUrlOf } from '../../../shared/documents/upload-url.ts';
import { says } from '../../../shared/documents/words.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { Work } from '../../core/db/work.ts';
import { newFileKey } from '../../core/files/disk-files.ts';
import { newId } from '../../core/new-id.ts';
import { Document } from '../document.entity.ts';
import { requireDocument, requireEditing } from '../require-document.ts';
import { DocumentUpload } from './document-upload.entity.ts';

/**
 * A file is announced before its bytes come: whether it may be uploaded here, and whether there is
 * room, is said before anybody sends 50 MB in vain [W1].
 */
export function reserveUpload(
  work: Work,
  organisationId: string,
  asked: ReserveUpload,
): Promise<Reserved> {
  return work.transaction('document.reserve', async (tx) => {
    const { accountId, displayName } = tx.person;
    await requireEditing(tx, organisationId, asked.visibility);
    work.bounds.require('uploads', accountId);
    const { replaces, kind, visibility, name, size } = asked;
    const document = replaces
      ? await requireReplaced(tx, organisationId, { ...asked, replaces })
      : null;
    await requireRoom(tx, { organisationId, visibility }, document);
    const upload = tx.em.create(DocumentUpload, {
      id: newId(),
      documentId: document?.id ?? newId(),
      isNew: document === null,
      ...{ organisationId, accountId, accountName: displayName, kind, visibility, name, size },
      ...{ received: 0, state: 'open', refusal: null, sameAsId: null, touchedAt: tx.now },
      ...{ fileKey: newFileKey(), leaseToken: null, leaseUntil: null, isLeaseWanted: false },
    });
    const number = (document?.number ?? 0) + 1;
    return {
      id: upload.documentId,
      document: { id: upload.documentId, organisationId, kind, visibility, name, size, number },
      uploadUrl: uploadUrlOf(upload.id),
      version: document?.version ?? 0,
    };
  });
}

/** The document that gets a new version: of the same kind, and for the same people. */
async function requireReplaced(
  tx: Transaction,
  organisationId: string,
  { replaces, kind, visibility }: ReserveUpload & { replaces: string },
): Promise<Document> {
  const { document } = await requireDocument(tx, replaces, 'edit').catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
    throw refuseField('replaces', says.replacesNothing);
  });
  if (document.organisationId !== organisationId) {
    throw refuseField('replaces', says.replacesNothing);
  }
  if (document.removedAt) throw refuseField('replaces', says.replacesRemoved);
  if (document.kind !== kind) throw refuseField('kind', says.staysAsItIs);
  if (document.visibility !== visibility) throw refuseField('visibility', says.staysAsItIs);
  return document;
}

/**
 * Counts what is under way too, so that many uploads at once do not get past the limit; and only what
 * the same people see, or the limit would tell how many others there are.
 */
async function requireRoom(
  tx: Transaction,
  shelf: Pick<Document, 'organisationId' | 'visibility'>,
  document: Document | null,
): Promise<void> {
  const { em, person } = tx;
  const underWay = { state: { $in: ['open' as const, 'checking' as const] } };
  const own = await em.count(DocumentUpload, { accountId: person.accountId, ...underWay });
  if (own >= MOST_UPLOADS) throw refuseFor('state', says.tooManyUploads({ most: MOST_UPLOADS }));
  if (document) {
    if (document.number < MOST_VERSIONS) return;
    throw refuseFor('state', says.tooManyVersions({ most: MOST_VERSIONS }));
  }
  const here = await em.count(Document, shelf);
  const coming = await em.count(DocumentUpload, { ...shelf, isNew: true, ...underWay });
  if (here + coming >= MOST_DOCUMENTS) {
    throw refuseFor('state', says.tooMany({ most: MOST_DOCUMENTS }));
  }
}
