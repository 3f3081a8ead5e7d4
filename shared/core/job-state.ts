/** Where a job stands; `uncertain` is one that may have left the process before its end was known. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled', 'uncertain'] as const;
export type JobState = (typeof jobStates)[number];

/** What became of a row; `missing` is what is gone, and what is out of the starter's sight. */
export const outcomeNames = ['done', 'refused', 'failed', 'missing'] as const;
export type OutcomeName = (typeof outcomeNames)[number];
