import { marksFor } from '../core/db/raw.ts';
import { bringBackRows, keepRows, type KeptRows } from '../core/db/keep-rows.ts';
import type { Fields } from '../../shared/core/merge-patch.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { RestoredOrganisation } from '../../shared/organisations/contract.ts';
import { identitiesReturning } from './events.ts';
import { Account, accountColumns } from '../people/account.entity.ts';
import { LinkedIdentity } from '../sign-in/linked-identity.entity.ts';
import { Passkey } from '../factors/passkey.entity.ts';
import { RecoveryCode } from '../factors/recovery-code.entity.ts';
import { TotpFactor } from '../factors/totp-factor.entity.ts';

/**
 * The people at home in an organisation that is deleted, with what they sign in by; their sessions
 * and invitations are over.
 */
export async function keepAccounts({ em }: Transaction, organisationId: string): Promise<KeptRows> {
  const accounts = await keepRows(em, Account, { organisationId });
  const accountId = { $in: accounts.map(({ id }) => id as string) };
  return {
    accounts,
    totpFactors: await keepRows(em, TotpFactor, { accountId }),
    recoveryCodes: await keepRows(em, RecoveryCode, { accountId }),
    passkeys: await keepRows(em, Passkey, { accountId }),
    identities: await keepRows(em, LinkedIdentity, { accountId }),
  };
}

/**
 * Kept people are brought back. Who has another account by now, under the same address, stays away
 * and is answered.
 */
export async function bringBackAccounts(
  tx: Transaction,
  { accounts = [], identities = [], ...kept }: KeptRows,
): Promise<RestoredOrganisation['leftOut']> {
  const { em } = tx;
  const known = accounts.map((account): Fields => ({ ...account, ...columnsOf(account) }));
  const taken = await valuesIn(tx, 'accounts.email_key', ofEach(known, 'emailKey'));
  const leftOut = known.filter(({ emailKey }) => taken.has(emailKey));
  const back = known.filter((account) => !leftOut.includes(account));
  const ids = new Set(back.map(({ id }) => id));
  const isBack = ({ accountId }: Fields) => ids.has(accountId);

  bringBackRows(em, Account, back);
  bringBackRows(em, TotpFactor, kept['totpFactors']?.filter(isBack));
  bringBackRows(em, RecoveryCode, kept['recoveryCodes']?.filter(isBack));
  bringBackRows(em, Passkey, (await freePasskeys(tx, kept['passkeys'])).filter(isBack));
  bringBackRows(em, LinkedIdentity, (await freeIdentities(tx, identities)).filter(isBack));
  await em.flush();
  return leftOut.map(({ displayName, email }) => ({
    displayName: String(displayName),
    email: String(email),
  }));
}

/** Passkeys that nobody has enrolled for another account by now. */
async function freePasskeys(tx: Transaction, passkeys: readonly Fields[] = []): Promise<Fields[]> {
  const ids = ofEach(passkeys, 'credentialId');
  const taken = await valuesIn(tx, 'passkeys.credential_id', ids);
  return passkeys.filter(({ credentialId }) => !taken.has(credentialId));
}

/** Sign-ins elsewhere that open nobody else's account by now, at providers that are still connected. */
async function freeIdentities(tx: Transaction, identities: readonly Fields[]): Promise<Fields[]> {
  const taken = await valuesIn(tx, 'linked_identities.subject', ofEach(identities, 'subject'));
  const providerIds = [...new Set(ofEach(identities, 'providerId').map(String))];
  const connected = await tx.tell(identitiesReturning, { providerIds });
  return identities.filter(
    ({ subject, providerId }) =>
      !taken.has(subject) && connected.some((ids) => ids.has(String(providerId))),
  );
}

/** What kept rows of older versions lack, and others may have from rules that are gone. */
function columnsOf({ displayName, email, emailKey }: Fields) {
  const isUnclaimed = emailKey === null;
  return accountColumns(String(displayName), email as string | null, isUnclaimed);
}

function ofEach(rows: readonly Fields[], name: string): unknown[] {
  return rows.map((row) => row[name]);
}

/** Which of the values a column holds now. */
async function valuesIn(
  { em }: Transaction,
  place: 'accounts.email_key' | 'passkeys.credential_id' | 'linked_identities.subject',
  values: readonly unknown[],
): Promise<Set<unknown>> {
  if (values.length === 0) return new Set();
  const [table = '', column = ''] = place.split('.');
  const found = await em.execute<Fields[]>(
    `select ${column} from ${table} where ${column} in (${marksFor(values)})`,
    [...values],
  );
  return new Set(found.map((row) => row[column]));
}
