import type { ChangeSet, EventSubscriber, FlushEventArgs } from '@mikro-orm/core';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import { leavesOf, pick, type Publication } from './publication.ts';

/** What one flush did to one record. Leaves are by dotted path. */
export interface Captured {
  publication: Publication;
  op: 'create' | 'update' | 'delete';
  recordId: string;
  organisationId: string | null;
  /** Where it belonged before, if it was given to another organisation. */
  organisationIdBefore: string | null;
  /** Known only for organisations themselves, which carry it. */
  path: string | null;
  pathBefore: string | null;
  version: number;
  /** The changed leaves as they were (all of them for a deletion). */
  before: Fields;
  /** The changed leaves as they are (all of them for a creation). */
  after: Fields;
  /** The whole public record as it is. */
  record: Fields;
}

interface VersionedRow extends Fields {
  version?: number;
  path?: string;
}

/**
 * Derives what happened from MikroORM's own change sets, after each flush of a transaction that
 * asked for it. Persisting is publishing: a feature cannot forget to.
 */
export class Capture implements EventSubscriber {
  readonly #publications: Map<string, Publication>;
  readonly #captures = new WeakMap<object, Captured[]>();

  constructor(publications: readonly Publication[]) {
    this.#publications = new Map(publications.map((entry) => [entry.entity.name, entry]));
  }

  get publications(): Publication[] {
    return [...this.#publications.values()];
  }

  /** Collects what the given entity manager flushes from now on. */
  begin(em: object): Captured[] {
    const captured: Captured[] = [];
    this.#captures.set(em, captured);
    return captured;
  }

  afterFlush({ em, uow }: FlushEventArgs): void {
    const captured = this.#captures.get(em);
    if (!captured) return;
    if (uow.getExtraUpdates().size > 0) {
      // MikroORM writes several changes of one unique column apart from their change sets
      throw new Error('A flush wrote updates that no change set shows: they would be in no log.');
    }
    for (const changeSet of uow.getChangeSets()) {
      const publication = this.#publications.get(changeSet.meta.className);
      if (publication) captured.push(read(publication, changeSet));
    }
  }
}

function read(publication: Publication, changeSet: ChangeSet<Fields>): Captured {
  const row = changeSet.entity as VersionedRow;
  const original = (changeSet.originalEntity ?? {}) as VersionedRow;
  const op = opOf(changeSet.type);
  const changed = new Set(Object.keys(changeSet.payload));
  const all = leavesOf(publication, row);
  return {
    publication,
    op,
    recordId: publication.recordId(row),
    organisationId: publication.organisationId(row),
    organisationIdBefore:
      op === 'update' ? formerOrganisation(publication, original, changed) : null,
    path: row.path ?? null,
    pathBefore: op === 'update' && changed.has('path') ? (original.path ?? null) : null,
    version: (row.version ?? 1) + (op === 'delete' ? 1 : 0),
    before: op === 'create' ? {} : op === 'delete' ? all : beforeOf(publication, original, changed),
    after:
      op === 'create' ? all : op === 'delete' ? {} : pick(publication, row, (c) => changed.has(c)),
    record: all,
  };
}

function formerOrganisation(
  { organisationColumn: column }: Publication,
  original: Fields,
  changed: Set<string>,
): string | null {
  return column !== undefined && changed.has(column) ? String(original[column]) : null;
}

function beforeOf(publication: Publication, original: Fields, changed: Set<string>): Fields {
  return pick(publication, original, (column) => changed.has(column));
}

function opOf(type: string): Captured['op'] {
  if (type.startsWith('create')) return 'create';
  return type.startsWith('delete') ? 'delete' : 'update';
}
