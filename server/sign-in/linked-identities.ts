import { nextSteps } from '../../shared/core/next-step.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { Account } from '../people/account.entity.ts';
import { openInvitation } from './accept-invitation.ts';
import { LinkedIdentity } from './linked-identity.entity.ts';
import { homeOf, requireAdmissible } from './sign-in.ts';
import { renewSession, type Signed, signIn } from './signed.ts';

/** Somebody whom a provider vouched for. Only issuer and subject say who; the address is shown. */
export interface Identity {
  providerId: string;
  issuer: string;
  subject: string;
  email: string;
}

/** What opens one's account besides what is Canopy's own, the oldest first. */
export function listLinked(em: EntityManager, accountId: string): Promise<LinkedIdentity[]> {
  return em.find(LinkedIdentity, { accountId }, { orderBy: { createdAt: 'asc' } });
}

/** The account that the identity is linked to is signed in; `null` where it is linked to nobody. */
export async function signInLinked(
  tx: Transaction,
  work: Work,
  identity: Identity,
): Promise<Signed | null> {
  const linked = await findLinked(tx.em, identity);
  if (!linked) return null;
  const account = await tx.em.findOneOrFail(Account, { id: linked.accountId });
  tx.signAs(account);
  tx.at(await homeOf(tx.em, account));
  await requireAdmissible(tx.em, account, identity.providerId);
  note(tx, linked, identity);
  return signIn(tx, account, work, { signInPath: identity.providerId });
}

/** An invited person comes in by a provider from now on, without any password. Works once. */
export async function acceptByIdentity(
  tx: Transaction,
  work: Work,
  invitationHash: string,
  identity: Identity,
): Promise<Signed> {
  const account = await openInvitation(tx, invitationHash);
  await requireAdmissible(tx.em, account, identity.providerId);
  await linkIdentity(tx, account.id, identity);
  return signIn(tx, account, work, { signInPath: identity.providerId });
}

/** The identity opens the account from now on. One identity opens one account. */
export async function linkIdentity(
  tx: Transaction,
  accountId: string,
  { providerId, issuer, subject, email }: Identity,
): Promise<void> {
  if (await findLinked(tx.em, { issuer, subject })) throw new Refusal('identity.taken');
  tx.em.create(LinkedIdentity, {
    id: newId(),
    accountId,
    providerId,
    issuer,
    subject,
    email,
    createdAt: tx.now,
    lastUsedAt: null,
  });
  await tx.em.flush();
}

/**
 * The caller shows by an identity of theirs that it is still the same person; `null` where it is
 * none.
 */
export async function proveByIdentity(
  tx: Transaction,
  work: Work,
  identity: Identity,
): Promise<Signed | null> {
  const { accountId } = tx.holderOwing(...nextSteps);
  const linked = await findLinked(tx.em, identity);
  if (linked?.accountId !== accountId) return null;
  note(tx, linked, identity);
  return renewSession(tx, work);
}

/** The caller removes an identity of theirs. */
export async function unlinkIdentity(
  { em }: Transaction,
  accountId: string,
  id: string,
): Promise<void> {
  const linked = await em.findOne(LinkedIdentity, { id, accountId });
  if (!linked) throw new Refusal('not-found');
  em.remove(linked);
  await em.flush();
}

/** The server removes all that a provider opened: it is about to go. */
export async function unlinkProvider({ em }: Transaction, providerId: string): Promise<void> {
  em.remove(await em.find(LinkedIdentity, { providerId }));
  await em.flush();
}

function findLinked(
  em: EntityManager,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<LinkedIdentity | null> {
  return em.findOne(LinkedIdentity, { issuer, subject });
}

function note(tx: Transaction, linked: LinkedIdentity, { providerId, email }: Identity): void {
  Object.assign(linked, { email, lastUsedAt: tx.now });
  Object.assign(tx.notes, { method: 'provider', provider: providerId });
}
