import { defineEntity, p } from '@mikro-orm/core';
import type { Problem } from '../../../shared/core/problem.ts';
import type { OutcomeName } from '../../../shared/core/job-state.ts';

const JobOutcomeSchema = defineEntity({
  name: 'JobOutcome',
  tableName: 'job_outcomes',
  properties: {
    jobId: p.uuid().primary(),
    /** From 1 on, in the order in which the job takes them. */
    row: p.integer().primary(),
    /** The id of what the row is about. */
    subject: p.string(),
    /** What that was called then, to who may know. */
    title: p.text().strictNullable(),
    outcome: p.string().$type<OutcomeName>(),
    /** Why it was not done. */
    problem: p.json().$type<Problem | null>().strictNullable(),
  },
});

/** What became of one row of a job that works in steps. */
export class JobOutcome extends JobOutcomeSchema.class {}
JobOutcomeSchema.setClass(JobOutcome);
