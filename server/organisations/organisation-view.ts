import type {
  Organisation as View,
  OrganisationReference,
} from '../../shared/organisations/contract.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { Organisation } from './organisation.entity.ts';
import { below } from './visible-organisations.ts';

/** Organisations as read: with the names of the way down and the number of children, in two queries. */
export async function viewOrganisations(
  em: EntityManager,
  organisations: readonly Organisation[],
): Promise<View[]> {
  const names = await referencesOf(em, organisations);
  const counts = await childCounts(em, organisations);
  return organisations.map((organisation) => ({
    id: organisation.id,
    kind: organisation.kind,
    parentId: organisation.parentId,
    path: organisation.ancestry().flatMap((id) => names.get(id) ?? []),
    displayName: organisation.displayName,
    description: organisation.description,
    externalId: organisation.externalId,
    status: organisation.status,
    managementMode: organisation.managementMode,
    lockedAt: organisation.lockedAt,
    childCount: counts.get(organisation.id) ?? 0,
    version: organisation.version,
    createdAt: organisation.createdAt.toISOString(),
    updatedAt: organisation.updatedAt.toISOString(),
  }));
}

/** One organisation as read. */
export async function viewOrganisation(
  em: EntityManager,
  organisation: Organisation,
): Promise<View> {
  const [view] = await viewOrganisations(em, [organisation]);
  return view as View;
}

/** Mentions of the given organisations and of everything above them, by id. */
export async function referencesOf(
  em: EntityManager,
  organisations: readonly { path: string }[],
): Promise<Map<string, OrganisationReference>> {
  const ids = [...new Set(organisations.flatMap(({ path }) => path.split('/')))];
  return byId(await em.find(Organisation, { id: { $in: ids } }));
}

/** Mentions of those of the organisations that stand at or below a path now, by id. */
export async function referencesWithin(
  em: EntityManager,
  path: string,
  ids: readonly string[],
): Promise<Map<string, OrganisationReference>> {
  const found = await em.find(Organisation, {
    $and: [{ id: { $in: [...new Set(ids)] } }, { $or: [{ path }, below(path)] }],
  });
  return byId(found);
}

function byId(found: readonly Organisation[]): Map<string, OrganisationReference> {
  return new Map(
    found.map(({ id, kind, displayName }) => [id, { id, kind, displayName }] as const),
  );
}

async function childCounts(
  em: EntityManager,
  organisations: readonly Organisation[],
): Promise<Map<string, number>> {
  if (organisations.length === 0) return new Map();
  const ids = organisations.map(({ id }) => id);
  const rows = await em.execute<{ id: string; children: number | string }[]>(
    `select parent_id as id, count(*) as children from organisations
     where parent_id in (${ids.map(() => '?').join(', ')}) group by parent_id`,
    ids,
  );
  return new Map(rows.map(({ id, children }) => [id, Number(children)]));
}
