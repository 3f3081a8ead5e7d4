import type { Organisation as View } from '../../shared/organisations/contract.ts';
import { idsAlong, idsOf } from '../../shared/organisations/path.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Row } from '../core/db/find-rows.ts';
import { marksFor } from '../core/db/raw.ts';
import { namesOf } from './names-of.ts';
import type { Organisation } from './organisation.entity.ts';

/** An organisation's own columns, whether it was loaded to be changed or only read. */
export type OrganisationRow = Row<Organisation>;

/** Organisations as read: with the names of the way down and the number of children, in two queries. */
export async function viewOrganisations(
  em: EntityManager,
  organisations: readonly OrganisationRow[],
): Promise<View[]> {
  const names = await namesOf(em, idsAlong(organisations.map(({ path }) => path)));
  const counts = await childCounts(em, organisations);
  return organisations.map((organisation) => ({
    id: organisation.id,
    kind: organisation.kind,
    parentId: organisation.parentId,
    path: idsOf(organisation.path).flatMap((id) => names.get(id) ?? []),
    displayName: organisation.displayName,
    description: organisation.description,
    externalId: organisation.externalId,
    status: organisation.status,
    managementMode: organisation.managementMode,
    suspendedBy: organisation.suspendedBy ?? null,
    suspendedOn: organisation.suspendedOn?.toISOString() ?? null,
    suspendReason: organisation.suspendReason ?? null,
    lockedAt: organisation.lockedAt,
    lockedBy: organisation.lockedBy ?? null,
    lockedOn: organisation.lockedOn?.toISOString() ?? null,
    lockReason: organisation.lockReason ?? null,
    childCount: counts.get(organisation.id) ?? 0,
    version: organisation.version,
    createdAt: organisation.createdAt.toISOString(),
    updatedAt: organisation.updatedAt.toISOString(),
  }));
}

/** One organisation as read. */
export async function viewOrganisation(
  em: EntityManager,
  organisation: OrganisationRow,
): Promise<View> {
  const [view] = await viewOrganisations(em, [organisation]);
  return view as View;
}

async function childCounts(
  em: EntityManager,
  organisations: readonly OrganisationRow[],
): Promise<Map<string, number>> {
  if (organisations.length === 0) return new Map();
  const ids = organisations.map(({ id }) => id);
  const rows = await em.execute<{ id: string; children: number | string }[]>(
    `select parent_id as id, count(*) as children from organisations
     where parent_id in (${marksFor(ids)}) group by parent_id`,
    ids,
  );
  return new Map(rows.map(({ id, children }) => [id, Number(children)]));
}
