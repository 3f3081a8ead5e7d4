import { z } from 'zod';
import { Id, Time } from '../core/contract.ts';
import { PageQuery } from '../core/paging.ts';
import { NamedCheck } from '../core/problem.ts';
import { fixedText } from '../core/words/said.ts';
import { OrganisationReference } from '../organisations/contract.ts';
import { says } from './words.ts';

/** How a deed ended: done, refused for want of the right, or not managed (a wrong password). */
export const AuditOutcome = z.enum(['done', 'denied', 'failed']);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

/** What a deed did to one record: the fields that changed, by dotted path. */
export const AuditedChange = z.object({
  resource: z.string(),
  id: z.string(),
  op: z.enum(['create', 'update', 'delete']),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  /** Who may see it, where that is not the same for all of its kind. */
  topic: z.string().optional(),
});
export type AuditedChange = z.infer<typeof AuditedChange>;

/** One accountable deed: who did what, where, from where, and what it changed. */
export const AuditEntry = z.object({
  /** Its place in the audit: ascending, latest highest. */
  seq: z.number().int(),
  at: z.iso.datetime(),
  /** An action of the permission table where it was denied, else what was done. */
  action: z.string(),
  outcome: AuditOutcome,
  actor: z.object({ id: z.string(), displayName: z.string() }),
  /** The API token that was used, if one was. */
  token: z.object({ id: z.string(), name: z.string() }).nullable(),
  organisationId: Id.nullable(),
  /** By its present name; absent where it is gone, or out of the reader's sight. */
  organisation: OrganisationReference.optional(),
  requestId: z.string(),
  address: z.string(),
  userAgent: z.string(),
  changes: z.array(AuditedChange),
  /** What a denied attempt lacked. */
  checks: z.array(NamedCheck),
  /** What else was written down. */
  notes: z.record(z.string(), z.unknown()),
  /** Personal values were taken out of it since. */
  isErased: z.boolean(),
  /** Where an administrator stated later that no person attempted it: why, and when they did. */
  mark: z.object({ reason: z.string(), at: z.iso.datetime() }).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditQuery = PageQuery.extend({
  /** An organisation, with all below it. */
  organisation: Id.optional(),
  actor: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  /** The kind of record that was changed. */
  resource: z.string().max(50).optional(),
  from: Time.optional(),
  /** Up to this moment, itself not included. */
  to: Time.optional(),
  outcome: AuditOutcome.optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** The query of the audit of one organisation. */
export const AuditQueryAt = AuditQuery.omit({ organisation: true });

/** The same choice of records, whatever the page. */
export type AuditFilter = Omit<AuditQuery, 'limit' | 'cursor'>;

export const AuditExportQuery = AuditQuery.omit({ limit: true, cursor: true }).extend({
  format: z.enum(['csv', 'jsonl']).default('csv'),
});
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;

export const AuditExportQueryAt = AuditExportQuery.omit({ organisation: true });

/** Which denied reads of the past no person attempted: pages made them by themselves. */
export const MarkAudit = z.strictObject({
  /** What was asked for, such as `settings.view`. */
  action: z
    .string()
    .max(100)
    .regex(/^\w+\.view$/, fixedText(says.onlyRefusedReads)),
  /** For all who see the marked records. */
  reason: z.string().trim().min(1).max(500),
  /** Only what was recorded before this moment; what was so far, where it is left out. */
  before: Time.optional(),
  /** Only what this account is recorded with. */
  actor: Id.optional(),
});
export type MarkAudit = z.infer<typeof MarkAudit>;

/** How many records were marked. */
export const AuditMarked = z.object({ records: z.number().int() });
export type AuditMarked = z.infer<typeof AuditMarked>;

/** What erasing somebody's personal values came to. */
export const AuditErased = z.object({ records: z.number().int() });
export type AuditErased = z.infer<typeof AuditErased>;
