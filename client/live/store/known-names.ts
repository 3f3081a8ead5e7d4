import type { Change } from '../../../shared/live/contract.ts';
import type {
  Organisation,
  OrganisationReference,
} from '../../../shared/organisations/contract.ts';

/**
 * What organisations are called that were only mentioned, as those above one's own scope are, and
 * the last known way down to each, so that one can be told where what is gone stood. Names are
 * looked up where records are read, and those are watched.
 */
export class KnownNames {
  readonly #mentions = new Map<string, OrganisationReference>();
  readonly #ways = new Map<string, readonly OrganisationReference[]>();

  mention(id: string): OrganisationReference | undefined {
    return this.#mentions.get(id);
  }

  learn({ id, kind, displayName, path }: Organisation): void {
    this.#ways.set(id, path);
    for (const link of path) this.#mentions.set(link.id, link);
    this.#mentions.set(id, { id, kind, displayName });
  }

  /** The way from the platform to an organisation, each by its present name where `find` has it. */
  path(id: string, find: (id: string) => Organisation | undefined): OrganisationReference[] {
    const way: OrganisationReference[] = [];
    let next: string | null = id;
    let known: readonly OrganisationReference[] = [];
    while (next !== null) {
      const record = find(next);
      const current: OrganisationReference | undefined =
        record ?? known.find((link) => link.id === next) ?? this.#mentions.get(next);
      if (!current) break;
      way.unshift({ id: current.id, kind: current.kind, displayName: current.displayName });
      if (record) known = record.path;
      else if (known.length === 0) known = this.#ways.get(next) ?? [];
      const at = known.findIndex((link) => link.id === next);
      next = record ? record.parentId : (known[at - 1]?.id ?? null);
    }
    return way;
  }

  /** The way down to an organisation as a change leaves it, as far as `find` or a mention names it. */
  pathAfter(
    { path, id, fields }: Change,
    find: (id: string) => Organisation | undefined,
  ): OrganisationReference[] {
    return path.flatMap((link) => {
      const { displayName } = fields;
      const known = find(link) ?? this.#mentions.get(link);
      if (link === id && typeof displayName === 'string') {
        const kind = known?.kind ?? (fields['kind'] as OrganisationReference['kind']);
        return [{ id, kind, displayName }];
      }
      return known ? [{ id: link, kind: known.kind, displayName: known.displayName }] : [];
    });
  }

  clear(): void {
    this.#mentions.clear();
    this.#ways.clear();
  }
}
