import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import { Grant } from './grant.entity.ts';

/** A temporary role, granted for an access request. */
interface Lent {
  accountId: string;
  organisationId: string;
  role: Role;
  expiresAt: Date;
  accessRequestId: string;
}

/**
 * Temporary access is granted. It replaces the role and end of temporary access at the same place,
 * and returns the request that the replaced access came from, or `null`.
 */
export async function lendGrant(tx: Transaction, lent: Lent): Promise<string | null> {
  const { accountId, organisationId } = lent;
  await requireNoLastingGrant(tx, accountId, organisationId);
  const running = await tx.em.findOne(Grant, { accountId, organisationId });
  const replaced = running?.accessRequestId ?? null;
  if (running) Object.assign(running, lent);
  else tx.em.create(Grant, { id: newId(), ...lent, createdAt: tx.now });
  return replaced;
}

/**
 * The guard refuses temporary access where a lasting grant exists: an account holds one grant per
 * place.
 */
export async function requireNoLastingGrant(
  { em }: Transaction,
  accountId: string,
  organisationId: string,
): Promise<void> {
  const held = await em.findOne(Grant, { accountId, organisationId, expiresAt: null });
  if (held) throw new Refusal('grant.exists');
}

/** Whether an account has temporary access in force at the organisation. */
export async function isLentAt(
  { em, now }: Transaction,
  accountId: string,
  organisationId: string,
): Promise<boolean> {
  return (await em.count(Grant, { accountId, organisationId, expiresAt: { $gt: now } })) > 0;
}

/** The temporary access that was granted for a request is revoked. */
export async function takeLentGrant({ em }: Transaction, accessRequestId: string): Promise<void> {
  em.remove(await em.find(Grant, { accessRequestId }));
}
