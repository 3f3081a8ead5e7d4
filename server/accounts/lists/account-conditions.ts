import { raw } from '@mikro-orm/core';
import type { Role } from '../../../shared/access/roles.ts';
import type { AccountQuery } from '../../../shared/accounts/list-contract.ts';
import { holding } from '../../core/db/keyset-page.ts';
import { timeParameter } from '../../core/db/open-database.ts';
import { marksFor } from '../../core/db/raw.ts';
import type { Reading } from '../../core/db/reading.ts';
import { openSql } from '../../organisations/lists/open-within.ts';

type Filters = Omit<AccountQuery, 'within' | 'limit' | 'cursor' | 'sort' | 'columns' | 'count'>;

/** What the filters of the list of accounts ask of each, by what its reader may see. */
export function conditionsOf(
  reading: Reading,
  { q = '', type, status, roles, hasSecondFactor }: Filters,
): object[] {
  return [
    ...(type ? [{ type: { $in: type } }] : []),
    ...(status ? [isIn(status, reading.now)] : []),
    ...(roles ? [holdsAnyOf(reading, roles)] : []),
    ...(hasSecondFactor
      ? [{ hasSecondFactor: { $in: hasSecondFactor.map((value) => value === 'true') } }]
      : []),
    ...(q === '' ? [] : [holding(reading.em, 'search_text', q)]),
  ];
}

function isIn(states: readonly string[], now: Date): object {
  const inState = { status: { $in: states.filter((state) => state !== 'locked') } };
  return states.includes('locked') ? { $or: [inState, { lockedUntil: { $gt: now } }] } : inState;
}

/** Only roles in force that the reader may see: a filter by others would tell who holds them. */
function holdsAnyOf({ em, person, now }: Reading, roles: readonly Role[]): object {
  const { accountId, token } = person;
  const open = openSql(person);
  const own = token ? '' : 'g.account_id = ? or';
  return {
    [raw(
      `(case when id in (
          select g.account_id from grants g join organisations o on o.id = g.organisation_id
          where g.role in (${marksFor(roles)}) and (g.expires_at is null or g.expires_at > ?)
            and (${own} ${open.sql})
        ) then 1 else 0 end)`,
      [...roles, timeParameter(em, now), ...(token ? [] : [accountId]), ...open.values],
    )]: 1,
  };
}
