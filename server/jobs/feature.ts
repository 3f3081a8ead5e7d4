import type { Feature } from '../core/feature.ts';
import { findJobNeeds } from './needs.ts';
import { jobRoutes } from './routes.ts';

/** What runs beside requests, for people to see and repeat; the core runs it. */
export const jobs: Feature = {
  name: 'jobs',
  entities: [],
  publications: [],
  reactions: [],
  routes: jobRoutes,
  home: { needs: findJobNeeds },
  closedToTokens: ['/jobs', '/jobs/*'], // an account causes jobs in every role, a token has one
};
