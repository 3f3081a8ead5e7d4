import type { AccountWithGrants, AddMachine } from '../../shared/accounts/contract.ts';
import { addGrant } from '../access/give-grant.ts';
import type { Work } from '../core/db/work.ts';
import { actingLevel } from '../organisations/acting-level.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { createAccount } from '../people/create-account.ts';
import { viewAccountWithGrants } from './lists/list-accounts.ts';

/**
 * An administrator adds an account for a program: what it does is then nobody's in person, and goes
 * on when whoever set it up leaves. It is active at once, since there is nobody to accept anything.
 * Nothing ever signs in with it; only API tokens act as it.
 */
export function addMachine(
  work: Work,
  organisationId: string,
  { displayName, type, grants }: AddMachine,
): Promise<AccountWithGrants> {
  return work.transaction(
    'account.addMachine',
    async (tx) => {
      const facts = { roles: grants.map(({ role }) => role) };
      const { organisation, place } = await requireOrganisation(
        tx,
        organisationId,
        'account.invite',
        facts,
      );

      const account = createAccount(tx, organisation.id, {
        displayName,
        type,
        status: 'active',
        addedFromId: actingLevel(tx.person, 'account.invite', place, facts),
      });
      for (const { role } of grants) addGrant(tx, account.id, role, organisation);

      await tx.em.flush();
      return viewAccountWithGrants(tx, account);
    },
    { changesAccess: true },
  );
}
