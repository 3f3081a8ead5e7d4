import { createHash } from 'node:crypto';
import { type Fields, isFields } from '../../../shared/core/merge-patch.ts';
import type { AuditRecord } from './audit-record.entity.ts';

/** The hash of an audit record over its predecessor's and everything that is never erased. */
export function auditHash(
  record: Pick<
    AuditRecord,
    'at' | 'action' | 'actorId' | 'organisationId' | 'path' | 'requestId' | 'detailsHash'
  > & { previousHash: string },
): string {
  return sha256(
    JSON.stringify([
      record.previousHash,
      record.at.toISOString(),
      record.action,
      record.actorId,
      record.organisationId,
      record.path,
      record.requestId,
      record.detailsHash,
    ]),
  );
}

/** The hash of an audit record's details; keys are sorted, since databases reorder them. */
export function detailsHash(salt: string, details: Fields): string {
  return sha256(salt + canonicalJson(details));
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isFields(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
