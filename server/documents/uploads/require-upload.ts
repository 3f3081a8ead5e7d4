import { isId } from '../../../shared/core/ids.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { Reading } from '../../core/db/reading.ts';
import { requireEditing } from '../require-document.ts';
import { DocumentUpload } from './document-upload.entity.ts';

/**
 * An upload, for the one account that reserved it and as long as that may still upload there; for
 * everybody else there is none [W3].
 */
export async function requireUpload(reading: Reading, id: string): Promise<DocumentUpload> {
  const { accountId } = reading.person;
  const upload = isId(id) ? await reading.em.findOne(DocumentUpload, { id, accountId }) : null;
  if (!upload) throw new Refusal('not-found');
  await requireEditing(reading, upload.organisationId, upload.visibility);
  return upload;
}
