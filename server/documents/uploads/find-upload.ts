import type { Upload } from '../../../shared/documents/contract.ts';
import type { Work } from '../../core/db/work.ts';
import type { Node } from '../../core/node.ts';
import { Document } from '../document.entity.ts';
import { viewUpload } from '../views.ts';
import { requireUpload } from './require-upload.ts';

/** How far an upload is, and what became of it. */
export function findUpload(work: Work, id: string): Promise<Upload> {
  return work.read(async (reading) => {
    const upload = await requireUpload(reading, id);
    const same = upload.sameAsId
      ? await reading.em.findOne(Document, { id: upload.sameAsId })
      : null;
    return viewUpload(upload, same && { id: same.id, name: same.name });
  });
}

/** An upload that is given up: nothing of it stays. */
export async function cancelUpload(node: Node, work: Work, id: string): Promise<void> {
  await work.transaction('document.cancel', async (tx) => {
    const upload = await requireUpload(tx, id);
    tx.em.remove(upload);
    tx.afterCommit(() => node.incoming.remove(id));
  });
}
