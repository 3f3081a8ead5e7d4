import type { InviteAccount } from '../../shared/accounts/contract.ts';
import { isAdministrator, rolesFor } from '../../shared/access/roles.ts';
import type { FirstAdministrator } from '../../shared/organisations/contract.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import type { Organisation } from '../organisations/organisation.entity.ts';
import { locate, type Located, requireAllowed } from '../organisations/require-organisation.ts';
import { invite } from './invite-account.ts';
import { requireMailable } from '../sign-in/mailable.ts';

interface Invited {
  work: Work;
  organisation: Organisation;
  first: FirstAdministrator;
}

/**
 * The caller invites the first administrator of what was just created, from outside where it is
 * closed.
 */
export async function inviteFirst(
  tx: Transaction,
  { work, organisation, first }: Invited,
): Promise<void> {
  const located = (await locate(tx.em, organisation.id)) as Located;
  const input = asAdministrator(organisation, first);
  const action =
    organisation.managementMode === 'managed' ? 'account.invite' : 'account.inviteFirst';
  const roles = input.grants.map(({ role }) => role);
  requireAllowed(tx, action, located.place, { roles });
  requireMailable(work, tx, first.email);
  await invite(tx, { organisation, place: located.place, action, input });
}

function asAdministrator(
  { kind }: Organisation,
  { email, displayName }: FirstAdministrator,
): InviteAccount {
  const role = rolesFor(kind).find(isAdministrator);
  if (!role) throw new Error(`No role administers a ${kind}.`);
  return { type: 'administrator', email, displayName, grants: [{ role }] };
}
