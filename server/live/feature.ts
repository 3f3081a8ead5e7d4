import { activityRoutes } from './routes.ts';
import type { Feature } from '../core/feature.ts';

/** The feed of changes and who follows it; its tables are the core's. */
export const live: Feature = {
  name: 'live',
  entities: [],
  publications: [],
  reactions: [],
  routes: activityRoutes,
};
