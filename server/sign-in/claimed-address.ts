import { says } from '../../shared/sign-in/words.ts';
import { decide } from '../../shared/access/decide.ts';
import { emailKey } from '../../shared/core/email.ts';
import { fieldError, Refusal } from '../../shared/core/refusals.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Reading } from '../core/db/reading.ts';
import { locateAll } from '../organisations/require-organisation.ts';
import { Account, mailboxOf } from '../people/account.entity.ts';

/**
 * The guard refuses an address that an account in the caller's sight has, and says of any other
 * whether it is taken. The caller must not learn the latter: an account of somebody else's may be
 * secret.
 */
export async function requireUnknown({ em, person }: Reading, email: string): Promise<boolean> {
  const key = emailKey(email);
  const all = await em.find(Account, { $or: [{ emailKey: key }, { unclaimedKey: key }] });
  const homes = await locateAll(
    em,
    all.map(({ organisationId }) => organisationId),
  );
  const isSeen = all.some(({ id, organisationId }) => {
    const home = homes.get(organisationId);
    const isOwn = id === person.accountId;
    return isOwn || (home && decide(person, 'accounts.view', home.place).allowed);
  });
  if (isSeen) {
    throw new Refusal('account.email-taken', undefined, {
      errors: [fieldError('email', says.addressTaken)],
    });
  }
  return all.some((account) => account.emailKey === key);
}

/** Whether another account than this has its address; it takes as long either way. */
export async function isClaimedByAnother(em: EntityManager, account: Account): Promise<boolean> {
  const key = emailKey(mailboxOf(account));
  return (await em.count(Account, { emailKey: key, id: { $ne: account.id } })) > 0;
}
