import { says } from '../../shared/factors/words.ts';
import type { NewTotp } from '../../shared/factors/contract.ts';
import { withPlainDigits } from '../../shared/core/digits.ts';
import { folded } from '../../shared/core/folded.ts';
import { isId } from '../../shared/core/ids.ts';
import { fieldError, Refusal } from '../../shared/core/refusals.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { type Secrets, Unopenable } from '../core/secrets.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { type Added, removeFactor, settleAdded } from './second-factors.ts';
import { codesOf, throttled } from '../sign-in/throttled.ts';
import { TotpFactor } from './totp-factor.entity.ts';
import { newTotpSecret, stepOf, type TotpLabel, totpUri } from './totp.ts';

const PURPOSE = 'totp';

/** The caller begins with an authenticator app. It counts only once a code of it was shown. */
export function startTotp(
  work: Work,
  { secrets, host }: { secrets: Secrets; host: string },
): Promise<NewTotp> {
  return work.transaction(
    'account.startTotp',
    async (tx) => {
      const person = tx.holderOwing('enrol-mfa');
      requireRecent(tx, person);
      const { accountId, email } = person;
      tx.em.remove(await tx.em.find(TotpFactor, { accountId, confirmedAt: null }));
      const secret = newTotpSecret();
      const factor = tx.em.create(TotpFactor, {
        id: newId(),
        accountId,
        sealedSecret: secrets.seal(secret, PURPOSE, accountId),
        createdAt: tx.now,
        confirmedAt: null,
        lastStep: 0,
      });
      const earlier = await tx.em.count(TotpFactor, { accountId, confirmedAt: { $ne: null } });
      return { id: factor.id, secret, uri: totpUri(secret, labelOf(email, host, earlier)) };
    },
    { ignoresKey: true },
  );
}

/** Apps show only this of a code, so no two of a person's may be called the same. */
function labelOf(email: string, host: string, earlier: number): TotpLabel {
  const account = earlier === 0 ? email : `${email} (${earlier + 1})`;
  return { issuer: `Canopy ${host}`, account };
}

/** The caller shows the first code of an app: from now on it counts. */
export async function confirmTotp(
  work: Work,
  parts: { secrets: Secrets },
  id: string,
  code: string,
): Promise<Added> {
  const { accountId } = await work.read((reading) =>
    Promise.resolve(reading.holderOwing('enrol-mfa')),
  );
  return throttled(work, codesOf(accountId), () =>
    work.transaction(
      'account.addTotp',
      async (tx) => {
        requireRecent(tx, tx.holderOwing('enrol-mfa'));
        const where = { id, accountId, confirmedAt: null };
        const factor = isId(id) ? await tx.em.findOne(TotpFactor, where) : null;
        if (!factor) throw new Refusal('not-found');
        const secret = openIfOurs(parts.secrets, factor);
        const step = secret === null ? null : stepOf(secret, digitsOf(code), tx.now);
        if (step === null) throw wrongCode();
        Object.assign(factor, { confirmedAt: tx.now, lastStep: step });
        tx.notes['method'] = 'totp';
        return settleAdded(tx, work, accountId);
      },
      { changesAccess: true, ignoresKey: true },
    ),
  );
}

export function removeTotp(work: Work, id: string): Promise<void> {
  return work.transaction(
    'account.removeTotp',
    async (tx) => {
      const where = { id, accountId: tx.person.accountId, confirmedAt: { $ne: null } };
      await removeFactor(tx, isId(id) ? await tx.em.findOne(TotpFactor, where) : null);
      tx.notes['method'] = 'totp';
    },
    { changesAccess: true, ignoresKey: true },
  );
}

/**
 * Whether a code is one of the account's now. Its step is then used up: the update decides, so
 * that of two uses at the same moment one succeeds.
 */
export async function useTotp(
  { em, now }: Transaction,
  secrets: Secrets,
  accountId: string,
  code: string,
): Promise<boolean> {
  const factors = await em.find(TotpFactor, { accountId, confirmedAt: { $ne: null } });
  for (const factor of factors) {
    const secret = openIfOurs(secrets, factor);
    const step = secret === null ? null : stepOf(secret, digitsOf(code), now);
    if (step === null) continue;
    const used = await em.execute<unknown[]>(
      'update totp_factors set last_step = ? where id = ? and last_step < ? returning id',
      [step, factor.id, step],
    );
    if (used.length > 0) return true;
  }
  return false;
}

/** What is said of a wrong code, whatever is wrong with it. */
export function wrongCode(): Refusal {
  return new Refusal('auth.code', undefined, {
    // the same for every wrong code: whether one fits another moment helps who guesses
    errors: [fieldError('code', says.wrongCode)],
  });
}

function open(secrets: Secrets, { sealedSecret, accountId }: TotpFactor): string {
  return secrets.open(sealedSecret, PURPOSE, accountId);
}

/**
 * The secret of an app; `null` where it was sealed with another key, after a restore without the
 * right one. No code of the app is right then, while recovery codes need no key.
 */
function openIfOurs(secrets: Secrets, factor: TotpFactor): string | null {
  try {
    return open(secrets, factor);
  } catch (error) {
    if (error instanceof Unopenable) return null;
    throw error;
  }
}

/** As people and their keyboards write them: with spaces and dashes, in the digits of any script. */
function digitsOf(code: string): string {
  return withPlainDigits(folded(code)).replace(/[\s-]/g, '');
}
