import type { Feature } from '../core/feature.ts';
import { searchRoutes } from './routes.ts';

/** One search for everything that people open; each feature says what of it can be found. */
export const search: Feature = {
  name: 'search',
  entities: [],
  publications: [],
  reactions: [],
  routes: searchRoutes,
};
