import type { Fields } from '../../shared/core/merge-patch.ts';
import { bringBackRows, keepRows, type KeptRows } from '../core/db/keep-rows.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { AccessRequest } from './access-request.entity.ts';

/** The receipts of who was let into an organisation that is deleted. */
export async function keepRequests({ em }: Transaction, organisationId: string): Promise<KeptRows> {
  return { requests: await keepRows(em, AccessRequest, { organisationId }) };
}

/** Kept receipts are brought back. Access for a time is over for good. */
export async function bringBackRequests(
  { em }: Transaction,
  { requests = [] }: KeptRows,
  deletedAt: Date,
): Promise<void> {
  bringBackRows(
    em,
    AccessRequest,
    requests.map((request) => overAt(request, deletedAt)),
  );
  await em.flush();
}

/** What ran, or waited for an answer, ended with the organisation. */
function overAt(request: Fields, deletedAt: Date): Fields {
  const { status } = request;
  if (status !== 'approved' && status !== 'pending') return request;
  return { ...request, status: status === 'approved' ? 'ended' : 'lapsed', endedAt: deletedAt };
}
