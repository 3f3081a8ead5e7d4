import { createRouter } from '../core/http/router.ts';
import { requestRoutes } from './request-routes.ts';
import { accessRoutes } from './routes.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import {
  organisationDeleted,
  organisationKept,
  organisationRestored,
} from '../organisations/events.ts';
import { AccessRequest } from './access-request.entity.ts';
import { clearGrantsAt } from './clear-grants.ts';
import { Grant } from './grant.entity.ts';
import { bringBackAccess, keepAccess } from './keep-access.ts';
import { accessRequestPublication, grantPublication } from './publications.ts';

/** Roles, and access through barriers. */
export const access: Feature = {
  name: 'access',
  entities: [Grant, AccessRequest],
  publications: [grantPublication, accessRequestPublication],
  reactions: [
    on(organisationKept, async (tx, { organisationId }) => ({
      name: 'access',
      rows: await keepAccess(tx, organisationId),
    })),
    on(organisationDeleted, (tx, { organisationId }) => clearGrantsAt(tx, organisationId)),
    on(organisationRestored, async (tx, { kept, deletedAt }) => {
      await bringBackAccess(tx, kept['access'] ?? {}, deletedAt);
      return [];
    }),
  ],
  routes: () => createRouter().route('/', accessRoutes()).route('/', requestRoutes()),
};
