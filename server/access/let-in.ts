import { Refusal } from '../../shared/core/refusals.ts';
import { HOUR } from '../core/clock.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import { AccessRequest } from './access-request.entity.ts';
import { Grant } from './grant.entity.ts';

/** Opens what a request asks for: a grant that ends. Where one runs, its role and end are replaced. */
export async function letIn(tx: Transaction, request: AccessRequest): Promise<void> {
  const { id, accountId, organisationId, role, hours } = request;
  await requireNoLastingGrant(tx, accountId, organisationId);
  const expiresAt = new Date(tx.now.getTime() + hours * HOUR);
  request.decide('approved', tx.person, tx.now);
  request.expiresAt = expiresAt;

  const running = await tx.em.findOne(Grant, { accountId, organisationId });
  if (running) {
    await closeRequests(tx, [running], tx.person);
    Object.assign(running, { role, expiresAt, accessRequestId: id });
  } else {
    tx.em.create(Grant, {
      id: newId(),
      accountId,
      role,
      organisationId,
      createdAt: tx.now,
      expiresAt,
      accessRequestId: id,
    });
  }
}

/** Refuses where a role that lasts is held at the very place: there is one for each person there. */
export async function requireNoLastingGrant(
  { em }: Transaction,
  accountId: string,
  organisationId: string,
): Promise<void> {
  const held = await em.findOne(Grant, { accountId, organisationId, expiresAt: null });
  if (held) throw new Refusal('grant.exists');
}

/** Marks the requests over that these grants come from, by somebody or by time; and tells which. */
export async function closeRequests(
  { em, now }: Transaction,
  grants: readonly Pick<Grant, 'accessRequestId'>[],
  by: Parameters<AccessRequest['close']>[1],
): Promise<AccessRequest[]> {
  const ids = grants.flatMap(({ accessRequestId }) => accessRequestId ?? []);
  if (ids.length === 0) return [];
  const running = await em.find(AccessRequest, { id: { $in: ids }, status: 'approved' });
  for (const request of running) request.close(now, by);
  return running;
}
