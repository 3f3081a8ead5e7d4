import { activityRoutes } from './routes.ts';
import { HOUR } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';

import { pruneLog } from './prune-log.ts';

/**
 * The live feature: the activity feed, and pruning of the change log; its tables are the core's.
 */
export const live: Feature = {
  name: 'live',
  entities: [],
  publications: [],
  reactions: [],
  routes: activityRoutes,
  sweeps: [
    {
      every: HOUR,
      run: ({ database, clock, config }) =>
        pruneLog(database.em.fork(), clock.now(), config.changeRetentionDays),
    },
  ],
};
