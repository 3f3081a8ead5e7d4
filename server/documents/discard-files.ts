import { DAY } from '../core/clock.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { DiscardedFile } from './discarded-file.entity.ts';
import type { DocumentVersion } from './document-version.entity.ts';

/** For so many days backups are taken to be kept: docs/documents.md tells operators. */
export const DAYS_OF_BACKUPS = 30;

/** The files of versions that go stay until no backup names them any more [W11]. */
export function discardFiles(
  tx: Transaction,
  versions: readonly DocumentVersion[],
  days = DAYS_OF_BACKUPS,
): void {
  const until = new Date(tx.now.getTime() + days * DAY);
  for (const { fileKey, organisationId } of versions) {
    tx.em.create(DiscardedFile, { fileKey, organisationId, until });
  }
}
