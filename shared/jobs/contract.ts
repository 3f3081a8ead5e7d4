import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { jobStates } from '../core/job-state.ts';
import { PageQuery } from '../core/paging.ts';

export const JobState = z.enum(jobStates);

/** A piece of work that outlives the request that asked for it. */
export const Job = z.object({
  id: Id,
  kind: z.string(),
  state: JobState,
  /** What it does; to who did not cause it, without names and addresses. */
  title: z.string(),
  organisationId: Id.nullable(),
  progress: z.object({
    done: z.number().int(),
    total: z.number().int(),
    failed: z.number().int(),
  }),
  /** Nobody, where it was due by time; else who caused it, under the name of then. */
  startedBy: z.object({ id: Id, displayName: z.string() }).nullable(),
  /** How often it was tried. */
  attempts: z.number().int(),
  /** When it is tried again; `null` where it has ended. */
  nextAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Why the last try failed. */
  error: z.string().nullable(),
  version: z.number().int(),
});
export type Job = z.infer<typeof Job>;

export const JobQuery = PageQuery.extend({
  kind: z.string().max(64).optional(),
  state: JobState.optional(),
});
export type JobQuery = z.infer<typeof JobQuery>;
