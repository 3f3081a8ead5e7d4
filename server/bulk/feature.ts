import type { Feature } from '../core/feature.ts';
import { bulkRoutes } from './routes.ts';

/** What features do to many of their records at once: foreseen, then done by a job. */
export const bulk: Feature = {
  name: 'bulk',
  entities: [],
  publications: [],
  reactions: [],
  routes: bulkRoutes,
  closedToTokens: ['/bulk'], // a token does not reach the job that it would start
};
