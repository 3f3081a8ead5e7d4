import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { jobStates, outcomeNames } from '../core/job-state.ts';
import { NamedCheck, said } from '../core/problem.ts';
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

export const OutcomeName = z.enum(outcomeNames);

/** What became of one row of a job. */
export const JobOutcome = z.object({
  /** From 1 on, in the order in which they were done. */
  row: z.number().int(),
  /** The id of what it was about. */
  subject: z.string(),
  /** How that was called, to who started the job; `null` where it was missing. */
  title: z.string().nullable(),
  outcome: OutcomeName,
  /** Why it was not done. */
  message: z.string().nullable(),
  /** The refusal by its code, and the message that it told. */
  code: z.string().optional(),
  reason: z.string().optional(),
  params: said.params,
  /** The checks of the decision that refused it. */
  checks: z.array(NamedCheck).optional(),
});
export type JobOutcome = z.infer<typeof JobOutcome>;

export const OutcomeQuery = PageQuery.omit({ q: true }).extend({
  outcome: OutcomeName.optional(),
});
export type OutcomeQuery = z.infer<typeof OutcomeQuery>;

export const JobQuery = PageQuery.extend({
  kind: z.string().max(64).optional(),
  state: JobState.optional(),
});
export type JobQuery = z.infer<typeof JobQuery>;
