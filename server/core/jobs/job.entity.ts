import { defineEntity, p } from '@mikro-orm/core';
import type { JobState } from '../../../shared/core/job-state.ts';

const JobSchema = defineEntity({
  name: 'Job',
  tableName: 'jobs',
  indexes: [{ properties: ['createdAt', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    kind: p.string(),
    /** Kind and key, until it has ended: queueing twice gives the same job. */
    openKey: p.string().strictNullable().unique(),
    /** What it does, for who caused it to read. */
    title: p.text(),
    /** The same for who runs the platform, without what those inside an organisation alone may know. */
    outline: p.text(),
    /** What its kind needs to know, sealed: a mail holds links that open things. */
    subject: p.text(),
    state: p.string().$type<JobState>(),
    /** Whether it may have left the process already: then nobody repeats it unasked. */
    isLeaving: p.boolean(),
    /** Whether it works in steps, which it counts itself, and can be cancelled between them. */
    isStepped: p.boolean().default(false),
    /** Where it belongs; the platform's where that is `null`. */
    organisationId: p.uuid().strictNullable(),
    /** Who caused it, under the name of then; nobody where it was due by time. */
    accountId: p.uuid().strictNullable().index(),
    accountName: p.string().strictNullable(),
    /** The session that it acts by, where it does what its starter may. */
    sessionId: p.uuid().strictNullable(),
    /** Who works on it: every write of a worker is conditional on this token. */
    leaseToken: p.uuid().strictNullable(),
    leaseUntil: p.datetime(3).strictNullable(),
    attempts: p.integer(),
    nextAt: p.datetime(3).index(),
    done: p.integer(),
    failed: p.integer(),
    total: p.integer(),
    error: p.text().strictNullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    endedAt: p.datetime(3).strictNullable(),
    version: p.integer(),
  },
});

/** A piece of work that outlives the request that asked for it [J1]. */
export class Job extends JobSchema.class {}
JobSchema.setClass(Job);
