import type { Work } from '../../core/db/work.ts';
import { checkUpload } from './check-upload.ts';
import { requireUpload } from './require-upload.ts';

/**
 * An upload whose last bytes are here is checked beside the request, which waits for the first try.
 * One that is finished twice is checked once.
 */
export function finishUpload(work: Work, id: string): Promise<void> {
  return work.transaction('document.send', async (tx) => {
    const upload = await requireUpload(tx, id);
    const { state, received, size, name, organisationId } = upload;
    if (state !== 'open' || received < size) return;
    upload.state = 'checking';
    const outline = 'Check a file';
    tx.enqueue(
      { kind: checkUpload, title: `Check ${name}`, outline, subject: id, key: id, organisationId },
      true,
    );
  });
}
