import { lentRolesTaken, rolesTaken } from '../access/events.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import {
  organisationDeleted,
  organisationKept,
  organisationRestored,
} from '../organisations/events.ts';
import { AccessRequest } from './access-request.entity.ts';
import { recheckOnlookers } from './broken-glass.ts';
import { clearRequestsAt } from './clear-requests.ts';
import { bringBackRequests, keepRequests } from './keep-requests.ts';
import { endAccessLeft } from './end-strays.ts';
import { endTaken } from './let-in.ts';
import { requestNotices } from './notices.ts';
import { findAccessNeeds } from './needs.ts';
import { accessRequestPublication } from './publications.ts';
import { requestRoutes } from './routes.ts';

/** Access through barriers, asked for or taken in an emergency. */
export const accessRequests: Feature = {
  name: 'access-requests',
  entities: [AccessRequest],
  publications: [accessRequestPublication],
  reactions: [
    on(lentRolesTaken, (tx, { requestIds }) => endTaken(tx, requestIds)),
    on(rolesTaken, (tx, { from }) => recheckOnlookers(tx, from)),
    on(organisationKept, async (tx, { organisationId }) => ({
      name: 'access-requests',
      rows: await keepRequests(tx, organisationId),
    })),
    on(organisationDeleted, (tx, { organisationId }) => clearRequestsAt(tx, organisationId)),
    on(organisationRestored, async (tx, { kept, deletedAt }) => {
      // until the two came apart, what was kept of requests stood with the roles
      await bringBackRequests(tx, kept['access-requests'] ?? kept['access'] ?? {}, deletedAt);
      return [];
    }),
  ],
  settle: endAccessLeft,
  home: { needs: findAccessNeeds },
  notices: requestNotices,
  routes: requestRoutes,
};
