import { bringBackRows, keepRows, type KeptRows } from '../core/db/keep-rows.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { DAYS_OF_BACKUPS, discardFiles } from './discard-files.ts';
import { DiscardedFile } from './discarded-file.entity.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Document } from './document.entity.ts';
import { DocumentUpload } from './uploads/document-upload.entity.ts';

/** For so many days a deleted organisation can be restored [H12]. */
const DAYS_DELETED = 30;

/** The documents of an organisation that is deleted, with their versions. */
export async function keepDocuments(
  { em }: Transaction,
  organisationId: string,
): Promise<KeptRows> {
  return {
    documents: await keepRows(em, Document, { organisationId }),
    versions: await keepRows(em, DocumentVersion, { organisationId }),
  };
}

/** They go with their organisation, what is under way too; their files stay as long as it may come back. */
export async function clearDocuments(tx: Transaction, organisationId: string): Promise<void> {
  const { em } = tx;
  const versions = await em.find(DocumentVersion, { organisationId });
  discardFiles(tx, versions, DAYS_DELETED + DAYS_OF_BACKUPS);
  em.remove(versions);
  em.remove(await em.find(Document, { organisationId }));
  em.remove(await em.find(DocumentUpload, { organisationId }));
}

/** They come back with it, and their files are no longer to go. */
export async function bringBackDocuments(
  { em }: Transaction,
  { documents, versions = [] }: KeptRows,
): Promise<void> {
  bringBackRows(em, Document, documents);
  bringBackRows(em, DocumentVersion, versions);
  const fileKey = { $in: versions.map((version) => String(version['fileKey'])) };
  em.remove(await em.find(DiscardedFile, { fileKey }));
  await em.flush();
}
