import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { NamedCheck } from '../core/problem.ts';
import { Job } from '../jobs/contract.ts';
import { MOST_ROWS } from './most-rows.ts';

/** A list as it is asked for: all rows that it would show are meant. */
export const MeantList = z.strictObject({
  path: z.string().max(200).describe('The address of the list: /api/organisations/…/children'),
  query: z
    .record(z.string().max(50), z.string().max(2000))
    .default({})
    .describe('What the list is narrowed by, as in its address.'),
});
export type MeantList = z.infer<typeof MeantList>;

/** What is to be done, to which rows; with the fields of the action itself. */
export const StartBulk = z.looseObject({
  action: z.string().max(50),
  ids: z.array(Id).min(1).max(MOST_ROWS).optional(),
  list: MeantList.optional(),
});
export type StartBulk = z.infer<typeof StartBulk>;

export const BulkQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').describe('Only says what would come of it.'),
});
export type BulkQuery = z.infer<typeof BulkQuery>;

/** What would come of it, row by row; what is missing is gone, or out of the caller's scope. */
export const BulkPreview = z.object({
  counts: z.object({
    allowed: z.number().int(),
    refused: z.number().int(),
    missing: z.number().int(),
  }),
  rows: z.array(
    z.object({
      id: Id,
      /** How it is called; `null` where it is missing. */
      title: z.string().nullable(),
      allowed: z.boolean(),
      checks: z.array(NamedCheck),
    }),
  ),
});
export type BulkPreview = z.infer<typeof BulkPreview>;

/** The job that was queued, or with `dryRun` what would come of it. */
export const BulkAnswer = z.union([Job, BulkPreview]);
export type BulkAnswer = z.infer<typeof BulkAnswer>;
