/** Where a job stands; `uncertain` is one that may have left the process before its end was known. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled', 'uncertain'] as const;
export type JobState = (typeof jobStates)[number];
