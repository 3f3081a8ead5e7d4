import type { Document as DocumentView } from '../../shared/documents/contract.ts';
import type { Work } from '../core/db/work.ts';
import { requireDocument } from './require-document.ts';
import { viewDocument } from './views.ts';

/** Hides a document; for 30 days it can be brought back, with all its versions [W11]. */
export function removeDocument(work: Work, id: string): Promise<void> {
  return work.transaction('document.remove', async (tx) => {
    const { document, ...place } = await requireDocument(tx, id, 'edit');
    tx.at(place);
    document.removedAt ??= tx.now;
  });
}

export function restoreDocument(work: Work, id: string): Promise<DocumentView> {
  return work.transaction('document.restore', async (tx) => {
    const { document, ...place } = await requireDocument(tx, id, 'edit');
    tx.at(place);
    document.removedAt = null;
    await tx.em.flush();
    return viewDocument(document);
  });
}
