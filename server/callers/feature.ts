import type { Feature } from '../core/feature.ts';

/** Who calls: put together for each request and each socket from what the features below know. */
export const callers: Feature = { name: 'callers', entities: [], publications: [], reactions: [] };
