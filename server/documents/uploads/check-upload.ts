import type { Said } from '../../../shared/core/words/said.ts';
import { says } from '../../../shared/documents/words.ts';
import { MINUTE, SECOND } from '../../core/clock.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { JobKind } from '../../core/jobs/kind.ts';
import type { Node } from '../../core/node.ts';
import { commitVersion } from './commit-version.ts';
import { DocumentUpload } from './document-upload.entity.ts';
import { sniff } from './sniff.ts';

/**
 * The check of a file that has arrived: by its bytes it is what its name says, it is stored and
 * hashed, and only then is it a version of a document [W3] [W6].
 */
export const checkUpload: JobKind<string> = {
  name: 'check-upload',
  retryAfter: [SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE],
  delivery: () => 'at least once',
  explain: () => says.lost.detail,
  run: async (node, id) => {
    const { incoming, files } = node;
    const upload = await node.database.em.fork().findOne(DocumentUpload, { id });
    if (upload?.state !== 'checking') return;
    const { name, size, fileKey } = upload;
    const found = await sniff(incoming, { id, name });
    if ('refusal' in found || (await incoming.size(id)) !== size) {
      const refusal = 'refusal' in found ? found.refusal : says.lost;
      await settle(node, id, (_, waiting) => {
        refuse(waiting, refusal);
      });
    } else {
      const stored = await files.put(fileKey, incoming.read(id));
      const isTaken = await settle(node, id, async (tx, waiting) => {
        const refusal = await commitVersion(tx, waiting, { ...stored, type: found.type });
        if (refusal) refuse(waiting, refusal);
        return refusal === null;
      });
      if (!isTaken) await files.remove(fileKey);
    }
    await incoming.remove(id);
  },
};

/** What became of it is done in the name of who sent it, if it still waits for that. */
function settle<T>(
  node: Node,
  id: string,
  run: (tx: Transaction, upload: DocumentUpload) => T | Promise<T>,
): Promise<T | undefined> {
  return node.openOwnWork().transaction('document.upload', async (tx) => {
    const upload = await tx.em.findOne(DocumentUpload, { id });
    tx.signAs({ id: upload?.accountId ?? '', displayName: upload?.accountName ?? '' });
    return upload?.state === 'checking' ? run(tx, upload) : undefined;
  });
}

function refuse(upload: DocumentUpload, refusal: Said): void {
  upload.state = 'refused';
  upload.refusal = refusal;
}
