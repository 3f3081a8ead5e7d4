import type { Actor } from '../../shared/access/decide.ts';
import type { OrganisationReference } from '../../shared/organisations/contract.ts';
import { isWithin } from '../../shared/organisations/path.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';
import { reaches } from './visible-organisations.ts';

/** What limits the names that are told. */
interface Limits {
  /** Only what this person's grants reach. */
  reachedBy?: Pick<Actor, 'grants'>;
  /** Only what stands at or below this path. */
  within?: string;
}

interface NameRow {
  id: string;
  kind: OrganisationReference['kind'];
  display_name: string;
  path: string;
}

/** The present names of organisations, by id; those that are gone have none. */
export async function namesOf(
  em: EntityManager,
  ids: readonly (string | null)[],
  { reachedBy, within }: Limits = {},
): Promise<Map<string, OrganisationReference>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await em.execute<NameRow[]>(
    `select id, kind, display_name, path from organisations where id in (${marksFor(wanted)})`,
    wanted,
  );
  const isTold = ({ path }: NameRow) =>
    (!reachedBy || reaches(reachedBy, path)) && (within === undefined || isWithin(path, within));
  return new Map(
    rows
      .filter(isTold)
      .map(({ id, kind, display_name: displayName }) => [id, { id, kind, displayName }]),
  );
}

/** The present paths of organisations, by id; those that are gone have none. */
export async function pathsOf(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<{ id: string; path: string }[]>(
    `select id, path from organisations where id in (${marksFor(ids)})`,
    [...ids],
  );
  return new Map(rows.map(({ id, path }) => [id, path]));
}
