import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import { Grant } from './grant.entity.ts';

/** A role for a time, on the strength of an access request. */
interface Lent {
  accountId: string;
  organisationId: string;
  role: Role;
  expiresAt: Date;
  accessRequestId: string;
}

/**
 * A role is lent for a time. One that runs at the same place is replaced, role and end; the request
 * that it came from is answered, and else `null`.
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
 * The guard refuses where a role that lasts is held at the very place: there is one for each person
 * there.
 */
export async function requireNoLastingGrant(
  { em }: Transaction,
  accountId: string,
  organisationId: string,
): Promise<void> {
  const held = await em.findOne(Grant, { accountId, organisationId, expiresAt: null });
  if (held) throw new Refusal('grant.exists');
}

/** Whether an account has a lent role at the place that is in force. */
export async function isLentAt(
  { em, now }: Transaction,
  accountId: string,
  organisationId: string,
): Promise<boolean> {
  return (await em.count(Grant, { accountId, organisationId, expiresAt: { $gt: now } })) > 0;
}

/** The server takes back the role that was lent on the strength of a request. */
export async function takeLentGrant({ em }: Transaction, accessRequestId: string): Promise<void> {
  em.remove(await em.find(Grant, { accessRequestId }));
}
