import { asksMfaOf, strictestMfa } from '../../shared/organisations/mfa-rule.ts';
import { readLaidDown } from '../organisations/laid-down.ts';
import { viewGrants } from '../access/view-grants.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { locate } from '../organisations/require-organisation.ts';
import type { Account } from '../people/account.entity.ts';

/** Whether a rule asks a second factor of an account that is not signed in; none does of guests. */
export async function isMfaAsked(
  em: EntityManager,
  account: Pick<Account, 'id' | 'organisationId' | 'type'>,
): Promise<boolean> {
  const home = await locate(em, account.organisationId);
  const held = await viewGrants(em, 'accountId', [account.id]);
  const lasting = held.filter(({ grant }) => grant.expiresAt === null);
  const paths = [...(home ? [home.path] : []), ...lasting.map(({ path }) => path)];
  if (paths.length === 0) return false;
  const { mfaAt } = await readLaidDown(em, paths);
  return asksMfaOf(strictestMfa(paths.map(mfaAt)), account.type);
}
