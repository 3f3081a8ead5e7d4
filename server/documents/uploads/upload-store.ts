import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { type EntityManager, timeParameter } from '../../core/db/open-database.ts';
import type { Node } from '../../core/node.ts';
import { DocumentUpload } from './document-upload.entity.ts';
import { TusError } from './tus-error.ts';

/**
 * What the tus server reads and writes: how far an upload is stands in the database, the bytes in
 * the folder of those under way. Nothing is created or removed by tus.
 */
export class UploadStore extends DataStore {
  readonly #node: Node;

  constructor(node: Node) {
    super();
    this.#node = node;
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.#em().findOne(DocumentUpload, { id });
    if (!row) throw new TusError(ERRORS.FILE_NOT_FOUND);
    return new Upload({ id, size: row.size, offset: row.received });
  }

  /** What arrived before a line broke counts, once it is on the disk. */
  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.#node.incoming.append(id, { offset, bytes: stream }, async (end) => {
      const em = this.#em();
      await em.execute(
        `update document_uploads set received = ?, touched_at = ?
         where id = ? and received = ? and state = 'open'`,
        [end, timeParameter(em, this.#node.clock.now()), id, offset],
      );
    });
  }

  #em(): EntityManager {
    return this.#node.database.em.fork();
  }
}
