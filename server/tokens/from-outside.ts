import { isWithin } from '../../shared/organisations/path.ts';
import type { ClosingPreview } from '../../shared/tokens/contract.ts';
import { clearGrantsWithin } from '../access/clear-grants.ts';
import { shutOut } from '../accounts/cancel-invitations.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { withinSql } from '../organisations/within.ts';
import { Token } from './token.entity.ts';
import { viewTokens } from './view-tokens.ts';

/** What of those above would go on inside if the organisation closed now, for who may close it. */
export function previewClosing(work: Work, id: string): Promise<ClosingPreview> {
  return work.read(async (reading) => {
    const { path } = await requirePlace(reading, id, 'organisation.setManagementMode');
    const { accounts, tokenIds } = await findFromOutside(reading.em, path);
    const tokens = await viewTokens(reading.em, 'id', tokenIds);
    return {
      accounts: accounts.map(({ id: accountId, display_name, email, type, status, ...row }) => ({
        id: accountId,
        displayName: display_name,
        email,
        type,
        status,
        addedBy:
          row.added_by_id === null
            ? null
            : { id: row.added_by_id, displayName: row.added_by_name ?? '' },
        addedFrom:
          row.from_id === null
            ? null
            : { id: row.from_id, kind: row.from_kind, displayName: row.from_name },
      })),
      tokens: tokens.map(({ token }) => token),
    };
  });
}

/**
 * The organisation ends it. Accounts at home inside are disabled, so that those inside can let them
 * in again; programs at home elsewhere lose the roles that they hold inside, and tokens are
 * revoked.
 */
export async function endFromOutside(
  tx: Transaction,
  path: string,
  keep: readonly string[],
): Promise<void> {
  const kept = new Set(keep);
  const { accounts, tokenIds } = await findFromOutside(tx.em, path);
  const ending = accounts.filter(({ id }) => !kept.has(id));
  for (const { id, home_path } of ending) {
    if (isWithin(home_path, path)) {
      await shutOut(tx, id);
    } else {
      await clearGrantsWithin(tx, id, path);
    }
  }
  const ids = tokenIds.filter((id) => !kept.has(id));
  if (ids.length > 0) tx.em.remove(await tx.em.find(Token, { id: { $in: ids } }));
  if (ending.length > 0 || ids.length > 0) {
    tx.notes['ended'] = { accounts: ending.map(({ id }) => id), tokens: ids };
  }
}

interface AccountRow {
  id: string;
  display_name: string;
  email: string | null;
  type: ClosingPreview['accounts'][number]['type'];
  status: ClosingPreview['accounts'][number]['status'];
  home_path: string;
  added_by_id: string | null;
  added_by_name: string | null;
  from_id: string | null;
  from_kind: NonNullable<ClosingPreview['accounts'][number]['addedFrom']>['kind'];
  from_name: string;
  from_path: string | null;
}

/**
 * Machine accounts with a footing inside, and invited people at home there who have not come yet,
 * that were added from outside or nobody knows from where; and tokens of machine accounts that were
 * made from there. Tokens of people outside open nothing behind a barrier anyhow.
 */
async function findFromOutside(em: EntityManager, path: string) {
  const isHome = withinSql([path], 'h.path');
  const isHeld = withinSql([path], 'o.path');
  const accounts = await em.execute<AccountRow[]>(
    `select a.id, a.display_name, a.email, a.type, a.status, h.path as home_path,
            a.added_by_id, a.added_by_name, f.id as from_id, f.kind as from_kind,
            f.display_name as from_name, f.path as from_path
     from accounts a
     join organisations h on h.id = a.organisation_id
     left join organisations f on f.id = a.added_from_id
     where (${isHome.sql}
            and ((a.type = 'machine' and a.status = 'active') or a.status = 'invited'))
        or (a.type = 'machine' and a.status = 'active'
            and exists (select 1 from grants g join organisations o on o.id = g.organisation_id
                        where g.account_id = a.id and g.expires_at is null
                          and ${isHeld.sql}))
     order by a.sort_name, a.id`,
    [...isHome.values, ...isHeld.values],
  );
  const tokens = await em.execute<{ id: string; from_path: string | null }[]>(
    `select t.id, f.path as from_path from api_tokens t
     join organisations o on o.id = t.organisation_id
     join accounts a on a.id = t.account_id and a.type = 'machine'
     left join organisations f on f.id = t.made_from_id
     where ${isHeld.sql}
     order by t.id`,
    isHeld.values,
  );
  const isFromInside = (from: string | null) => from !== null && isWithin(from, path);
  return {
    accounts: accounts.filter(
      ({ from_path, home_path }) => !isFromInside(from_path) || !isWithin(home_path, path),
    ),
    tokenIds: tokens.filter(({ from_path }) => !isFromInside(from_path)).map(({ id }) => id),
  };
}
