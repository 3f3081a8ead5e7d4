import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import { organisationDeleted } from '../organisations/events.ts';
import { viewRoutes } from './routes.ts';
import { SavedView } from './saved-view.entity.ts';
import { clearViewsAt } from './saved-views.ts';

/** What lists are asked for again and again, by a name. */
export const views: Feature = {
  name: 'views',
  entities: [SavedView],
  publications: [],
  reactions: [
    on(organisationDeleted, (tx, { organisationId }) => clearViewsAt(tx, organisationId)),
  ],
  routes: viewRoutes,
};
