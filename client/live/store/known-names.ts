import type { Change } from '../../../shared/live/contract.ts';
import type {
  Organisation,
  OrganisationReference,
} from '../../../shared/organisations/contract.ts';

/**
 * The names of organisations that were only mentioned, such as those above one's own scope, and the
 * last known path to each, to say where a vanished one was. Nothing here is reactive, since names
 * are looked up where reactive records are read.
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

  /** The path from the platform to an organisation, with present names where `find` knows them. */
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

  /** The path to an organisation after a change, as far as `find` or a mention names its levels. */
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
