import type { FirstAdministrator, InviteAccount } from '../../shared/accounts/contract.ts';
import { isAdministrator, rolesFor } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { clearGrantsOf } from '../access/clear-grants.ts';
import { isBeforeEmpty } from '../access/uninhabited.ts';
import type { Transaction } from '../core/db/work.ts';
import type { Mailer } from '../core/mail.ts';
import type { InviteFirst } from '../organisations/create-organisation.ts';
import type { Organisation } from '../organisations/organisation.entity.ts';
import { locate, type Located, requireAllowed } from '../organisations/require-organisation.ts';
import { Account } from './account.entity.ts';
import { clearCredentials } from './administer-account.ts';
import { invite } from './invite-account.ts';
import { requireMailable } from './mailable.ts';

/** Invites the first administrator of what was just created, from outside where it is closed. */
export function inviteFirst(mailer: Mailer): InviteFirst {
  return async (work, tx, { organisation, first }) => {
    const located = (await locate(tx.em, organisation.id)) as Located;
    const input = asAdministrator(organisation, first);
    const action =
      organisation.managementMode === 'managed' ? 'account.invite' : 'account.inviteFirst';
    const roles = input.grants.map(({ role }) => role);
    requireAllowed(tx, action, located.place, { roles });
    requireMailable(work, tx, first.email);
    await invite(tx, mailer, { organisation, place: located.place, action, input });
  };
}

/**
 * Whether this invites the first administrator of a closed organisation in which nobody is. Who was
 * invited before gives way: an address that was mistyped must not keep it closed for ever.
 */
export async function invitesFirst(
  tx: Transaction,
  located: Located,
  { type, grants }: Pick<InviteAccount, 'type' | 'grants'>,
): Promise<boolean> {
  if (!(await isBeforeEmpty(tx, located))) return false;
  const isToAdminister = grants.some(({ role }) => isAdministrator(role));
  if (type !== 'administrator' || !isToAdminister) {
    const message =
      'Nobody is inside yet: the first to be invited has to be an administrator of it.';
    throw new Refusal('request.invalid', message, { errors: [{ path: 'grants', message }] });
  }
  const waiting = await tx.em.find(Account, { organisationId: located.id, status: 'invited' });
  const ids = waiting.map(({ id }) => id);
  await clearCredentials(tx, ids);
  await clearGrantsOf(tx, ids);
  tx.em.remove(waiting);
  await tx.em.flush(); // an address may be invited again
  return true;
}

function asAdministrator(
  { kind }: Organisation,
  { email, displayName }: FirstAdministrator,
): InviteAccount {
  const role = rolesFor(kind).find(isAdministrator);
  if (!role) throw new Error(`No role administers a ${kind}.`);
  return { type: 'administrator', email, displayName, grants: [{ role }] };
}
