import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import {
  organisationDeleted,
  organisationKept,
  organisationRestored,
} from '../organisations/events.ts';
import { clearGrantsAt } from './clear-grants.ts';
import { Grant } from './grant.entity.ts';
import { bringBackAccess, keepAccess } from './keep-access.ts';
import { grantPublication } from './publications.ts';
import { roleNotices } from './notices.ts';
import { accessRoutes } from './routes.ts';

/** The access feature: grants, kept and restored with their organisation, and their notices. */
export const access: Feature = {
  name: 'access',
  entities: [Grant],
  publications: [grantPublication],
  reactions: [
    on(organisationKept, async (tx, { organisationId }) => ({
      name: 'access',
      rows: await keepAccess(tx, organisationId),
    })),
    on(organisationDeleted, (tx, { organisationId }) => clearGrantsAt(tx, organisationId)),
    on(organisationRestored, async (tx, { kept }) => {
      await bringBackAccess(tx, kept['access'] ?? {});
      return [];
    }),
  ],
  routes: accessRoutes,
  notices: roleNotices,
};
