import { raw } from '@mikro-orm/core';
import { MAX_DEPTH } from '../../../shared/organisations/hierarchy.ts';
import { idsOf } from '../../../shared/organisations/path.ts';
import type { Person } from '../../core/db/person.ts';
import { type Condition, withinSql } from '../within.ts';

/**
 * The condition that what belongs to an organisation lies within a branch and is open to the person
 * on its inside: `openInside` for queries that have to page and to count. Rows behind a barrier then
 * have no part in the list, its order or its number.
 */
export function openWithin(person: Pick<Person, 'grants'>, top: string): object {
  const branch = withinSql([top], 'o.path');
  const reach = openSql(person);
  return {
    [raw(
      `(select case when ${branch.sql} and (${reach.sql}) then 1 else 0 end
        from organisations o where o.id = organisation_id)`,
      [...branch.values, ...reach.values],
    )]: 1,
  };
}

/** The same for hand-written SQL, of an organisation that is called `o` there. */
export function openSql({ grants }: Pick<Person, 'grants'>): Condition {
  const reach = grants.map(({ path }) => reachedFrom(path));
  return {
    sql: reach.length > 0 ? reach.map((each) => `(${each.sql})`).join(' or ') : '1 = 0',
    values: reach.flatMap(({ values }) => values),
  };
}

/** Reached by a grant at a path, with no barrier on the way down from there. */
function reachedFrom(path: string): Condition {
  const covered = withinSql([path], 'o.path');
  const depth = idsOf(path).length;
  const between = Array.from({ length: MAX_DEPTH - depth }, (_, index) =>
    pathOfLength(depth + index + 1),
  );
  if (between.length === 0) return covered;
  return {
    sql: `${covered.sql} and not exists (
      select 1 from organisations b
      where b.path in (${between.join(', ')}) and b.management_mode = 'self-managed'
        and length(b.path) > ${path.length})`,
    values: covered.values,
  };
}

/** The beginning of a path, so many ids long; ids are 36 characters long. */
function pathOfLength(ids: number): string {
  return `substr(o.path, 1, ${37 * ids - 1})`;
}
