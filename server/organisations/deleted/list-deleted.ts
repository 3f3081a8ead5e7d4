import { rolePermits } from '../../../shared/access/decide.ts';
import type { Page } from '../../../shared/core/paging.ts';
import type {
  DeletedOrganisation as View,
  DeletedQuery,
} from '../../../shared/organisations/contract.ts';
import { DELETED_KEPT_DAYS } from '../../../shared/organisations/deleted-kept.ts';
import { idsAlong, idsOf } from '../../../shared/organisations/path.ts';
import { DAY } from '../../core/clock.ts';
import type { Row } from '../../core/db/find-rows.ts';
import { findPage, holding } from '../../core/db/keyset-page.ts';
import type { EntityManager } from '../../core/db/open-database.ts';
import type { Work } from '../../core/db/work.ts';
import { DeletedOrganisation } from './deleted-organisation.entity.ts';
import { namesOf } from '../names-of.ts';
import { visibleTo } from '../visible-organisations.ts';

type DeletedRow = Omit<Row<DeletedOrganisation>, 'kept'>;

/**
 * What was deleted and can be restored, the latest first: for those who could have deleted it,
 * which is whoever administers the place where it stood.
 */
export function listDeleted(
  work: Work,
  { parentId, q = '', limit, cursor }: DeletedQuery,
): Promise<Page<View>> {
  return work.read(async ({ em, person, now }) => {
    const grants = person.grants.filter(({ role }) => rolePermits('organisation.restore', role));
    const conditions = [
      visibleTo({ grants }, 'parentPath'),
      { deletedAt: { $gt: keptSince(now) } },
      ...(parentId === undefined ? [] : [{ parentId }]),
      ...(q === '' ? [] : [holding(em, 'search_text', q)]),
    ];
    const { items, nextCursor } = await findPage(
      em,
      DeletedOrganisation,
      { $and: conditions },
      { column: 'deletedAt', direction: 'desc' },
      { limit, cursor, list: ['deleted', parentId, q], omit: ['kept'] },
    );
    return { items: await viewDeleted(em, items), nextCursor };
  });
}

/** What was deleted before this moment is kept no longer. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - DELETED_KEPT_DAYS * DAY);
}

async function viewDeleted(em: EntityManager, rows: readonly DeletedRow[]): Promise<View[]> {
  const names = await namesOf(em, idsAlong(rows.map(({ parentPath }) => parentPath)));
  return rows.map(({ id, kind, displayName, parentId, parentPath, deletedAt, ...row }) => ({
    id,
    kind,
    displayName,
    parentId,
    isParentGone: !names.has(parentId),
    path: idsOf(parentPath).flatMap((each) => names.get(each) ?? []),
    deletedAt: deletedAt.toISOString(),
    deletedBy: { id: row.deletedById, displayName: row.deletedByName },
    restorableUntil: new Date(deletedAt.getTime() + DELETED_KEPT_DAYS * DAY).toISOString(),
  }));
}
