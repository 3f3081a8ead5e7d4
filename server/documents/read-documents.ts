import { decide } from '../../shared/access/decide.ts';
import type { Page } from '../../shared/core/paging.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type {
  Document as DocumentView,
  DocumentVersion as VersionView,
} from '../../shared/documents/contract.ts';
import { MOST_DOCUMENTS, MOST_VERSIONS } from '../../shared/documents/limits.ts';
import { findRows } from '../core/db/find-rows.ts';
import type { Work } from '../core/db/work.ts';
import type { KeptFile } from '../core/http/send-file.ts';
import type { Node } from '../core/node.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Document } from './document.entity.ts';
import { requireDocument } from './require-document.ts';
import { viewDocument, viewVersion } from './views.ts';

/** All that the reader may see, also what was removed lately: who may, brings it back from there. */
export function listDocuments(work: Work, organisationId: string): Promise<Page<DocumentView>> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    const { place } = await requirePlace(reading, organisationId, 'documents.view');
    const isInside = decide(person, 'ownDocuments.view', place).allowed;
    const found = await findRows(
      em,
      Document,
      { organisationId, ...(!isInside && { visibility: 'shared' as const }) },
      { orderBy: [{ uploadedAt: 'desc', id: 'desc' }], limit: MOST_DOCUMENTS },
    );
    return { items: found.map(viewDocument), nextCursor: null };
  });
}

export function findDocument(work: Work, id: string): Promise<DocumentView> {
  return work.read(async (reading) => {
    const { document } = await requireDocument(reading, id, 'view');
    return viewDocument(document);
  });
}

/** What it was, the latest first. */
export function listVersions(work: Work, id: string): Promise<Page<VersionView>> {
  return work.read(async (reading) => {
    await requireDocument(reading, id, 'view');
    const found = await findRows(
      reading.em,
      DocumentVersion,
      { documentId: id },
      { orderBy: [{ number: 'desc' }], limit: MOST_VERSIONS },
    );
    return { items: found.map(viewVersion), nextCursor: null };
  });
}

/**
 * The file of a document, or of an earlier version. It goes out for as long as its reader may have
 * it: a revocation in the middle breaks it off [W9].
 */
export async function readContent(
  node: Node,
  work: Work,
  { id, number }: { id: string; number: number | undefined },
): Promise<KeptFile> {
  const version = await work.read(async (reading) => {
    const { document } = await requireDocument(reading, id, 'view');
    if (document.removedAt) throw new Refusal('document.removed');
    const where = { documentId: id, number: number ?? document.number };
    return reading.em.findOne(DocumentVersion, where);
  });
  if (!version) throw new Refusal('not-found');
  const { name, type, size, sha256, fileKey } = version;
  const again = node.openWork({ ...work.caller, intent: 'on its own' });
  const mayRead = () =>
    again
      .read(async (reading) => requireDocument(reading, id, 'view'))
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) return false;
          throw error;
        },
      );
  return {
    ...{ name, type, size, sha256 },
    open: async (range) => node.transfers.guard(await node.files.read(fileKey, range), mayRead),
  };
}
