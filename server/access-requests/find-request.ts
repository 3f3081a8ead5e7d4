import type { AccessRequest as View } from '../../shared/access-requests/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Reading } from '../core/db/reading.ts';
import { type Located, locate } from '../organisations/require-organisation.ts';
import { AccessRequest } from './access-request.entity.ts';

/** A request, the way to where it is for, and whether the reader made it. */
export interface LocatedRequest extends Located {
  request: AccessRequest;
  isOwn: boolean;
}

/** A request as far as it exists for the reader: those who see the access here, and whoever asked. */
export async function findRequest(reading: Reading, id: string): Promise<LocatedRequest> {
  const { em, person } = reading;
  const request = isId(id) ? await em.findOne(AccessRequest, { id }) : null;
  const located = request && (await locate(em, request.organisationId));
  if (!located) throw new Refusal('not-found');
  const isOwn = request.accountId === person.accountId && !person.token;
  if (!isOwn && !decide(person, 'access.view', located.place).allowed) {
    throw new Refusal('not-found');
  }
  return { request, isOwn, ...located };
}

export function viewRequest(request: AccessRequest): View {
  const { id, kind, organisationId, accountId, accountName, role, reason, hours, status } = request;
  const { decidedById, decidedByName, answer, endedById, endedByName, version } = request;
  return {
    id,
    kind,
    organisationId,
    accountId,
    accountName,
    role,
    reason,
    hours,
    status,
    createdAt: request.createdAt.toISOString(),
    decidedById,
    decidedByName,
    decidedAt: request.decidedAt?.toISOString() ?? null,
    answer,
    expiresAt: request.expiresAt?.toISOString() ?? null,
    endedById,
    endedByName,
    endedAt: request.endedAt?.toISOString() ?? null,
    version,
  };
}
