import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/accounts/words.ts';
import type { TakeRole } from '../../shared/access/contract.ts';
import type { AccountStatus } from '../../shared/people/contract.ts';
import type {
  AccountWithGrants as View,
  DeleteAccount,
  EditAccount,
} from '../../shared/accounts/contract.ts';
import { whyNotOwn } from '../../shared/accounts/own-account.ts';
import { refuseField, refuseFor } from '../../shared/core/refusals.ts';
import { clearGrantsOf } from '../access/clear-grants.ts';
import { withdrawRequestsOf } from '../access-requests/clear-requests.ts';
import { whyNotLose } from '../access/last-administrator.ts';
import { requireAccount } from '../access/require-account.ts';
import { viewGrants } from '../access/view-grants.ts';
import { type ExpectedVersion, mergeEdit } from '../core/changes/merge-edit.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { Account, renameAccount } from '../people/account.entity.ts';
import { accountDeleted } from './events.ts';
import { cancelInvitationsOf } from './cancel-invitations.ts';
import { Invitation } from '../sign-in/invitation.entity.ts';
import { listLinked } from '../sign-in/linked-identities.ts';
import { LinkedIdentity } from '../sign-in/linked-identity.entity.ts';
import { viewAccountWithGrants } from './lists/list-accounts.ts';
import { PasswordReset } from '../sign-in/passwords/password-reset.entity.ts';
import { clearPreferences } from '../people/preferences.ts';
import { accountPublication } from '../people/publications.ts';
import { clearFactors } from '../factors/second-factors.ts';
import { Session } from '../sign-in/session.entity.ts';
import { clearViews } from '../views/saved-views.ts';

/** One account, for who may see those of its home; one's own always. */
export function findAccount(work: Work, id: string): Promise<View> {
  return work.read(async (reading) => {
    await requireAccount(reading, id, 'accounts.view');
    return viewAccountWithGrants(reading, await reading.em.findOneOrFail(Account, { id }));
  });
}

/**
 * An administrator changes the touched fields of an account, merged with what others changed
 * meanwhile.
 */
export function editAccount(
  work: Work,
  id: string,
  patch: EditAccount,
  expected: ExpectedVersion,
): Promise<View> {
  return work.transaction('account.edit', async (tx) => {
    await requireAccount(tx, id, 'account.edit');
    const account = await tx.em.findOneOrFail(Account, { id });

    const columns = await mergeEdit(tx, accountPublication, account, patch, expected);
    if (Object.keys(columns).length > 0) {
      Object.assign(account, columns);
      renameAccount(account, account.displayName);
    }

    await tx.em.flush();
    return viewAccountWithGrants(tx, account);
  });
}

/**
 * An administrator shuts an account out: its sessions end at once, and its open invitations to
 * roles are cancelled.
 */
export function disableAccount(work: Work, id: string, { keep }: TakeRole): Promise<View> {
  return work.transaction(
    'account.disable',
    async (tx) => {
      const own = whyNotOwn('account.disable', id, tx.person.accountId);
      await requireAccount(tx, id, 'account.disable', async () => own ?? whyNotWithout(tx, id));
      await endSessions(tx, id);
      await cancelInvitationsOf(tx, { accountId: id, keep });
      return setStatus(tx, id, 'disabled');
    },
    { changesAccess: true },
  );
}

/**
 * An administrator lets a disabled account in again; one that no person ever came in with is
 * invited still.
 */
export function enableAccount(work: Work, id: string): Promise<View> {
  return work.transaction(
    'account.enable',
    async (tx) => {
      await requireAccount(tx, id, 'account.enable');
      const account = await tx.em.findOneOrFail(Account, { id }, { populate: ['passwordHash'] });
      const isEntered =
        account.type === 'machine' ||
        account.passwordHash !== null ||
        (await listLinked(tx.em, id)).length > 0;
      return setStatus(tx, id, isEntered ? 'active' : 'invited');
    },
    { changesAccess: true },
  );
}

/**
 * An administrator deletes an account with its roles, sessions and open invitations. What programs
 * rely on goes with it too, unless somebody takes it over: an account of one's own, or that one
 * administers.
 */
export function deleteAccount(
  work: Work,
  id: string,
  { takeOver, keep }: DeleteAccount,
): Promise<void> {
  return work.transaction(
    'account.delete',
    async (tx) => {
      const own = whyNotOwn('account.delete', id, tx.person.accountId);
      if (own !== null) throw refuseFor('state', own);
      await requireAccount(tx, id, 'account.delete', () => whyNotWithout(tx, id));
      if (takeOver !== undefined) await requireHeir(tx, takeOver, id);
      await tx.tell(accountDeleted, { accountId: id, heirId: takeOver ?? null });
      await cancelInvitationsOf(tx, { accountId: id, keep });
      await clearCredentials(tx, [id]);
      await clearGrantsOf(tx, [id]);
      await withdrawRequestsOf(tx, [id]);
      tx.em.remove(await tx.em.findOneOrFail(Account, { id }));
    },
    { changesAccess: true },
  );
}

async function requireHeir(tx: Transaction, heirId: string, id: string): Promise<void> {
  const { account } = await requireAccount(tx, heirId, 'account.edit');
  if (account.status === 'active' && heirId !== id) return;
  throw refuseField('takeOver', says.heirInactive);
}

async function setStatus(tx: Transaction, id: string, status: AccountStatus): Promise<View> {
  const account = await tx.em.findOneOrFail(Account, { id });
  if (account.status !== status) {
    account.status = status;
  }
  await tx.em.flush();
  return viewAccountWithGrants(tx, account);
}

/** Why its organisations cannot do without the roles of an account. */
export async function whyNotWithout(reading: Reading, accountId: string): Promise<Said | null> {
  return whyNotLose(reading, await viewGrants(reading.em, 'accountId', [accountId]));
}

async function endSessions(tx: Transaction, accountId: string): Promise<void> {
  tx.em.remove(await tx.em.find(Session, { accountId }));
}

/** All that opens accounts is removed: they are about to go. */
export async function clearCredentials(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<void> {
  const where = { accountId: { $in: [...accountIds] } };
  tx.em.remove(await tx.em.find(Session, where));
  tx.em.remove(await tx.em.find(Invitation, where));
  tx.em.remove(await tx.em.find(PasswordReset, where));
  tx.em.remove(await tx.em.find(LinkedIdentity, where));
  await clearFactors(tx, accountIds);
  await clearPreferences(tx, accountIds);
  await clearViews(tx, accountIds);
}
