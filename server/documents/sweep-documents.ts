import { DAYS_REMOVED, DAYS_UNFINISHED } from '../../shared/documents/limits.ts';
import { byTime } from '../core/by-time.ts';
import { DAY } from '../core/clock.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Node } from '../core/node.ts';
import { DiscardedFile } from './discarded-file.entity.ts';
import { discardFiles } from './discard-files.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Document } from './document.entity.ts';
import { DocumentUpload } from './uploads/document-upload.entity.ts';

/** So much is done at a time; the rest waits for the next hour. */
const AT_ONCE = 200;

/**
 * What documents leave behind goes: uploads that nobody went on with, removed documents after 30
 * days, and their files once no backup names them.
 */
export async function sweepDocuments(node: Node): Promise<void> {
  await sweepUploads(node);
  await purgeRemoved(node);
  await deleteDiscarded(node);
}

/** By the last bytes, not by the reservation: a slow upload is no forgotten one [W3]. */
async function sweepUploads({ openOwnWork, incoming, clock }: Node): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_UNFINISHED * DAY);
  const gone = await openOwnWork().transaction('document.sweep', async (tx) => {
    tx.signAs(byTime);
    const old = await tx.em.find(
      DocumentUpload,
      { touchedAt: { $lt: before } },
      { orderBy: { touchedAt: 'asc' }, limit: AT_ONCE },
    );
    tx.em.remove(old);
    return old.map(({ id }) => id);
  });
  for (const id of gone) await incoming.remove(id);
}

/** One organisation at a time, so that each finds in its own audit what went. */
async function purgeRemoved({ openOwnWork, clock, database }: Node): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_REMOVED * DAY);
  for (const organisationId of await concerned(database.em.fork(), before)) {
    await openOwnWork().transaction('document.purge', async (tx) => {
      tx.signAs(byTime);
      const where = { organisationId, removedAt: { $lt: before } };
      const documents = await tx.em.find(Document, where, {
        orderBy: { removedAt: 'asc' },
        limit: AT_ONCE,
      });
      const documentId = { $in: documents.map(({ id }) => id) };
      const versions = await tx.em.find(DocumentVersion, { documentId });
      discardFiles(tx, versions);
      tx.em.remove([...documents, ...versions]);
    });
  }
}

async function concerned(em: EntityManager, before: Date): Promise<Set<string>> {
  const removed = await em.find(
    Document,
    { removedAt: { $lt: before } },
    { orderBy: { removedAt: 'asc' }, limit: AT_ONCE },
  );
  return new Set(removed.map(({ organisationId }) => organisationId));
}

/** The file goes before its row: what is forgotten first would stay for ever. */
async function deleteDiscarded({ openOwnWork, clock, database, files }: Node): Promise<void> {
  const due = await database.em
    .fork()
    .find(
      DiscardedFile,
      { until: { $lt: clock.now() } },
      { orderBy: { until: 'asc' }, limit: AT_ONCE },
    );
  if (due.length === 0) return;
  const keys = due.map(({ fileKey }) => fileKey);
  for (const key of keys) await files.remove(key);
  await openOwnWork().transaction('document.forget', async (tx) => {
    tx.signAs(byTime);
    tx.em.remove(await tx.em.find(DiscardedFile, { fileKey: { $in: keys } }));
  });
}
