import { AuditRecord } from '../../../server/core/changes/audit-record.entity.ts';
import { ChangeRow } from '../../../server/core/changes/change.entity.ts';
import { type Database, migrate, openDatabase } from '../../../server/core/db/open-database.ts';
import { newId } from '../../../server/core/new-id.ts';
import { entities } from '../../../server/features.ts';
import { Organisation } from '../../../server/organisations/organisation.entity.ts';
import { editRow } from './change-rows.ts';

/** The product's tables without the product: what one would write with MikroORM alone. */
export class BareCommits implements AsyncDisposable {
  readonly #database: Database;
  readonly #ids: string[];

  private constructor(database: Database, ids: string[]) {
    this.#database = database;
    this.#ids = ids;
  }

  static async open(dataDir: string, organisations: number): Promise<BareCommits> {
    const config = { dataDir, databaseUrl: null };
    const database = await openDatabase(config, { entities, subscribers: [] });
    await migrate(database);
    const em = database.em.fork();
    const ids = Array.from({ length: organisations }, newId);
    for (const id of ids) em.create(Organisation, organisation(id));
    await em.flush();
    return new BareCommits(database, ids);
  }

  /** One durable transaction: the record, its change row and its audit record. */
  async edit(index: number, description: string): Promise<void> {
    const at = new Date();
    const id = this.#ids[index] ?? '';
    await this.#database.em.fork().transactional(async (em) => {
      const found = await em.findOneOrFail(Organisation, { id });
      Object.assign(found, { description, updatedAt: at });
      em.create(ChangeRow, editRow(found, description, at));
      em.create(AuditRecord, auditRecord(found, at));
      await em.flush();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#database.close(true);
  }
}

function organisation(id: string) {
  const at = new Date();
  return {
    id,
    kind: 'tenant' as const,
    parentId: null,
    path: `${newId()}/${newId()}/${newId()}/${id}`,
    displayName: 'Somebody',
    sortName: 'somebody',
    searchText: 'somebody',
    description: '',
    externalId: null,
    status: 'active' as const,
    managementMode: 'managed' as const,
    lockedAt: null,
    createdAt: at,
    updatedAt: at,
  };
}

function auditRecord({ id, path, description }: Organisation, at: Date) {
  const hash = 'f'.repeat(64);
  return {
    at,
    action: 'organisation.edit',
    actorId: id,
    organisationId: id,
    path,
    requestId: id,
    details: { actor: 'Somebody', address: '127.0.0.1', before: description, after: description },
    salt: hash.slice(32),
    detailsHash: hash,
    previousHash: hash,
    hash,
  };
}
