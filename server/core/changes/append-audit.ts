import { randomBytes } from 'node:crypto';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import { isWithin } from '../../../shared/organisations/path.ts';
import type { EntityManager } from '../db/open-database.ts';
import { auditHash, detailsHash } from './audit-hash.ts';
import { AuditRecord } from './audit-record.entity.ts';
import type { Captured } from './capture.ts';
import type { Deed } from './deed.ts';

/** The organisation at which a deed happened, as far as it has one. */
export interface Place {
  id: string | null;
  path: string;
}

/**
 * The transaction writes the deed's audit record, if it is due one, chained to the last record by
 * its hash.
 */
export async function appendAudit(
  em: EntityManager,
  captured: readonly Captured[],
  place: Place | null,
  deed: Deed,
): Promise<void> {
  if (!deed.isAudited) return;
  const path = place?.path ?? '';
  const letIn = deed.letIn.find((grant) => isWithin(path, grant.path));
  const details: Fields = {
    actor: deed.actor.displayName,
    address: deed.address,
    userAgent: deed.userAgent,
    ...(deed.token && { token: { id: deed.token.id, name: deed.token.name } }),
    ...(letIn && { accessRequestId: letIn.accessRequestId }),
    ...deed.notes,
    changes: captured
      .filter(({ publication: { deeds = '' } }) => deed.action.startsWith(deeds))
      .map(({ publication, op, recordId, before, after, record }) => ({
        resource: publication.resource,
        id: recordId,
        op,
        before,
        after,
        ...(publication.topicOf && { topic: publication.topicOf(record) }),
      })),
  };
  const [last] = await em.execute<{ hash: string }[]>(
    'select hash from audit_records order by seq desc limit 1',
  );
  const salt = randomBytes(16).toString('hex');
  const record = {
    at: deed.at,
    action: deed.action,
    actorId: deed.actor.id,
    organisationId: place?.id ?? null,
    path,
    requestId: deed.requestId,
    details,
    salt,
    detailsHash: detailsHash(salt, details),
    previousHash: last?.hash ?? '',
  };
  await em.insert(AuditRecord, { ...record, hash: auditHash(record) });
}
