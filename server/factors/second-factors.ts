import type { OwnFactors } from '../../shared/factors/contract.ts';
import { nextSteps } from '../../shared/core/next-step.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { Account } from '../people/account.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { clearRecoveryCodes, countRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts';
import { recheckSessionsOf } from '../sign-in/recheck-sessions.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { renewSession, type Signed } from '../sign-in/signed.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** What the caller can show; known also to who has yet to show one. */
export function findOwnFactors(work: Work): Promise<OwnFactors> {
  return work.read(async (reading) => {
    const { em } = reading;
    const { accountId, isSecondFactorAsked } = reading.holderOwing(...nextSteps);
    const orderBy = { createdAt: 'asc' } as const;
    const totp = await em.find(TotpFactor, { accountId, confirmedAt: { $ne: null } }, { orderBy });
    const passkeys = await em.find(Passkey, { accountId }, { orderBy });
    const { passwordHash } = await em.findOneOrFail(
      Account,
      { id: accountId },
      { populate: ['passwordHash'] },
    );
    return {
      hasPassword: Boolean(passwordHash),
      totp: totp.map(({ id, createdAt }) => ({ id, createdAt: createdAt.toISOString() })),
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      recoveryCodes: await countRecoveryCodes(em, accountId),
      isAsked: isSecondFactorAsked,
    };
  });
}

/** A factor that was added, what comes with it, and the session that it was shown to. */
export interface Added {
  signed: Signed;
  recoveryCodes: string[] | null;
}

/**
 * A factor counts that was just shown: the account has one from now on, this session has shown it,
 * and with the first come recovery codes.
 */
export async function settleAdded(tx: Transaction, work: Work, accountId: string): Promise<Added> {
  const account = await tx.em.findOneOrFail(Account, { id: accountId });
  const isFirst = !account.hasSecondFactor;
  const recoveryCodes = isFirst ? await replaceRecoveryCodes(tx, accountId) : null;
  if (isFirst) {
    account.hasSecondFactor = true;
    await recheckSessionsOf(tx, accountId);
  }
  const signed = await renewSession(tx, work, { secondFactorAt: tx.now });
  return { signed, recoveryCodes };
}

/** The caller removes a factor of theirs, unless it is the last where one is asked for. */
export async function removeFactor(
  tx: Transaction,
  factor: TotpFactor | Passkey | null,
): Promise<void> {
  const { person } = tx;
  requireRecent(tx, person);
  if (!factor) throw new Refusal('not-found');
  tx.em.remove(factor);
  await tx.em.flush();
  if (await hasFactor(tx.em, person.accountId)) return;
  if (person.isSecondFactorAsked) throw new Refusal('auth.last-factor');
  await settleNone(tx, person.accountId);
}

/** Every second factor of accounts is removed, with what stands in for one. */
export async function clearFactors(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  const where = { accountId: { $in: [...accountIds] } };
  tx.em.remove(await tx.em.find(TotpFactor, where));
  tx.em.remove(await tx.em.find(Passkey, where));
  await clearRecoveryCodes(tx, accountIds);
}

/** New recovery codes in place of all that are left. */
export function renewRecoveryCodes(work: Work): Promise<string[]> {
  return work.transaction(
    'account.renewRecoveryCodes',
    async (tx) => {
      const { person } = tx;
      requireRecent(tx, person);
      if (!(await hasFactor(tx.em, person.accountId))) throw new Refusal('not-found');
      tx.notes['what'] = 'recovery codes';
      return replaceRecoveryCodes(tx, person.accountId);
    },
    { ignoresKey: true },
  );
}

export async function settleNone(tx: Transaction, accountId: string): Promise<void> {
  await clearRecoveryCodes(tx, [accountId]);
  const account = await tx.em.findOneOrFail(Account, { id: accountId });
  if (!account.hasSecondFactor) return;
  account.hasSecondFactor = false;
}

async function hasFactor(em: EntityManager, accountId: string): Promise<boolean> {
  const apps = await em.count(TotpFactor, { accountId, confirmedAt: { $ne: null } });
  return apps > 0 || (await em.count(Passkey, { accountId })) > 0;
}
