import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { LENGTHS } from '../core/lengths.ts';
import { Id } from '../core/contract.ts';
import { maybe } from '../core/when-creating.ts';
import { Role } from '../access/contract.ts';
import { AccessKind } from '../access/contract.ts';

/** How many days of access can be asked for. */
export const MOST_ACCESS_DAYS = 730;

/** How long a request waits for an answer, in days. */
export const REQUEST_LAPSES_AFTER = 90;

/** How many days before the end of a granted access both sides are reminded. */
export const remindersBefore = [30, 7, 1] as const;

/**
 * `pending` → `approved` → `ended` by somebody or `expired` by time;
 * `pending` → `refused`, `withdrawn`, or `lapsed` unanswered.
 */
export const AccessRequestStatus = z.enum([
  'pending',
  'approved',
  'ended',
  'expired',
  'refused',
  'withdrawn',
  'lapsed',
]);
export type AccessRequestStatus = z.infer<typeof AccessRequestStatus>;

/**
 * Access through a barrier for a time, from asking to its end. The names of people are as they
 * were then: it is a receipt.
 */
export const AccessRequest = z.object({
  id: Id,
  kind: AccessKind,
  organisationId: Id,
  accountId: Id,
  accountName: z.string(),
  role: Role,
  reason: z.string(),
  hours: z.number().int(),
  status: AccessRequestStatus,
  createdAt: z.iso.datetime(),
  decidedById: Id.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** What was said with a refusal. */
  answer: z.string().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  endedById: Id.nullable(),
  endedByName: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type AccessRequest = z.infer<typeof AccessRequest>;

const Reason = z
  .string()
  .trim()
  .min(1, fixedText(says.reason))
  .max(LENGTHS.reason, fixedText(says.reasonTooLong));

/** Access that is asked for; never for good. */
export const RequestAccess = z.strictObject({
  role: Role,
  reason: Reason,
  days: z.number(fixedText(says.days)).int(fixedText(says.wholeDays)).min(1).max(MOST_ACCESS_DAYS),
});
export type RequestAccess = z.infer<typeof RequestAccess>;

export const RefuseRequest = z.strictObject({ reason: maybe(Reason) });
export type RefuseRequest = z.infer<typeof RefuseRequest>;

/** Access that is taken, for hours. */
export const BreakGlass = z.strictObject({
  reason: Reason,
  hours: z.number(fixedText(says.hours)).int(fixedText(says.wholeHours)).min(1).max(4),
});
export type BreakGlass = z.infer<typeof BreakGlass>;
