import { lendGrant } from '../access/lent-grants.ts';
import { HOUR } from '../core/clock.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { AccessRequest } from './access-request.entity.ts';
import { tellOnlookers } from './broken-glass.ts';
import { mailGuest } from './mail-requests.ts';

/**
 * An approval opens what a request asks for: a role that ends. Where one runs, its role and end are
 * replaced.
 */
export async function letIn(tx: Transaction, request: AccessRequest): Promise<void> {
  const { id, accountId, organisationId, role, hours } = request;
  const expiresAt = new Date(tx.now.getTime() + hours * HOUR);
  const lent = { accountId, organisationId, role, expiresAt, accessRequestId: id };
  const replaced = await lendGrant(tx, lent);
  request.decide('approved', tx.person, tx.now);
  request.expiresAt = expiresAt;
  if (replaced !== null) await closeRequests(tx, [replaced]);
}

/** The server ends the access whose roles somebody took, and tells whoever had it. */
export async function endTaken(tx: Transaction, ids: readonly string[]): Promise<void> {
  const ended = await closeRequests(tx, ids);
  for (const request of ended) await mailGuest(tx, request);
  if (ended.some(({ kind }) => kind === 'break-glass')) await tellOnlookers(tx);
}

/** The server marks requests over that are in force, by the caller; and tells which. */
async function closeRequests(
  { em, now, person }: Transaction,
  ids: readonly string[],
): Promise<AccessRequest[]> {
  if (ids.length === 0) return [];
  const running = await em.find(AccessRequest, { id: { $in: [...ids] }, status: 'approved' });
  for (const request of running) request.close(now, person);
  return running;
}
