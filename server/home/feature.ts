import type { Feature } from '../core/feature.ts';
import { homeRoutes } from './routes.ts';

/** The page that a day begins with: what waits for its reader, and figures of what is theirs. */
export const home: Feature = {
  name: 'home',
  entities: [],
  publications: [],
  reactions: [],
  routes: homeRoutes,
  closedToTokens: ['/home'], // it gathers what concerns a person in every role
};
