import { whyNotOwn } from '../../shared/accounts/own-account.ts';
import type { AccountWithGrants, MoveAccount } from '../../shared/accounts/contract.ts';
import { requireAccount } from '../access/require-account.ts';
import type { Work } from '../core/db/work.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { Account } from '../people/account.entity.ts';
import { viewAccountWithGrants } from './lists/list-accounts.ts';

/**
 * An administrator gives an account another home. Permission is needed at both ends: with only the
 * old one's, people could be pushed into organisations that never asked for them. The roles stay as
 * they are.
 */
export function moveAccount(
  work: Work,
  id: string,
  { organisationId }: MoveAccount,
): Promise<AccountWithGrants> {
  return work.transaction(
    'account.move',
    async (tx) => {
      await requireAccount(tx, id, 'account.move', () =>
        Promise.resolve(whyNotOwn('account.move', id, tx.person.accountId)),
      );
      const { organisation } = await requireOrganisation(tx, organisationId, 'account.adopt');

      const account = await tx.em.findOneOrFail(Account, { id });
      if (account.organisationId !== organisation.id) {
        account.organisationId = organisation.id;
      }

      await tx.em.flush();
      return viewAccountWithGrants(tx, account);
    },
    { changesAccess: true },
  );
}
