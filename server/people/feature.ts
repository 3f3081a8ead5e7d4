import type { Feature } from '../core/feature.ts';
import { Account } from './account.entity.ts';
import { AccountPreferences } from './preferences.entity.ts';
import { accountPublication } from './publications.ts';
import { peopleRoutes } from './routes.ts';

/** People and programs, each at home in one organisation. */
export const people: Feature = {
  name: 'people',
  entities: [Account, AccountPreferences],
  publications: [accountPublication],
  reactions: [],
  routes: peopleRoutes,
  closedToTokens: ['/account/*'],
};
