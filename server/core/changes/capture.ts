import {
  type ChangeSet,
  type EventSubscriber,
  type FlushEventArgs,
  JsonType,
} from '@mikro-orm/core';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import { leavesOf, narrowMaps, pick, type Publication } from './publication.ts';

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
 * The subscriber derives what happened from MikroORM's own change sets, after each flush of a
 * transaction that asked for it. Persisting is publishing: a feature cannot forget to.
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

  /** The capture collects what the given entity manager flushes from now on. */
  begin(em: object): Captured[] {
    const captured: Captured[] = [];
    this.#captures.set(em, captured);
    return captured;
  }

  /**
   * What comes back goes on from the version that it was given, or readers who knew it before
   * would take it for older than what they have; the unit of work begins at 1.
   */
  onFlush({ uow }: FlushEventArgs): void {
    for (const { type, entity, payload } of uow.getChangeSets()) {
      const { version } = entity as VersionedRow;
      if (opOf(type) === 'create' && version !== undefined) Object.assign(payload, { version });
    }
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
  const original = originalOf(changeSet) as VersionedRow;
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
    ...difference(publication, op, { row, original, changed }),
    record: all,
  };
}

/** The columns as they were; the unit of work remembers those that hold JSON as text. */
function originalOf({ meta, originalEntity = {} }: ChangeSet<Fields>): Fields {
  const original: Fields = {};
  for (const [name, value] of Object.entries(originalEntity)) {
    const isJson = meta.properties[name]?.customType instanceof JsonType;
    original[name] = isJson && typeof value === 'string' ? JSON.parse(value) : value;
  }
  return original;
}

/** The leaves that differ, as they were and as they are; of a creation or deletion all of them. */
function difference(
  publication: Publication,
  op: Captured['op'],
  { row, original, changed }: { row: Fields; original: Fields; changed: Set<string> },
): Pick<Captured, 'before' | 'after'> {
  if (op === 'create') return { before: {}, after: leavesOf(publication, row) };
  if (op === 'delete') return { before: leavesOf(publication, row), after: {} };
  const before = pick(publication, original, (column) => changed.has(column));
  const after = pick(publication, row, (column) => changed.has(column));
  return {
    before: narrowMaps(publication, before, after),
    after: narrowMaps(publication, after, before),
  };
}

function formerOrganisation(
  { organisationColumn: column }: Publication,
  original: Fields,
  changed: Set<string>,
): string | null {
  return column !== undefined && changed.has(column) ? String(original[column]) : null;
}

function opOf(type: string): Captured['op'] {
  if (type.startsWith('create')) return 'create';
  return type.startsWith('delete') ? 'delete' : 'update';
}
