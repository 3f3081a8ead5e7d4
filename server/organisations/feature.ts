import { organisationRoutes } from './routes.ts';
import { HOUR } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';
import { organisationActions, organisationLists } from './lists/bulk.ts';
import { BillingProfile } from './billing-profile.entity.ts';
import { DeletedOrganisation } from './deleted/deleted-organisation.entity.ts';
import { eraseDeleted } from './deleted/erase-deleted.ts';
import { organisationFacts } from './facts.ts';
import { OrganisationSettings } from './organisation-settings.entity.ts';
import { countCustomers, findSuspended } from './lists/home-lines.ts';
import { organisationSearch } from './lists/search.ts';
import { Organisation } from './organisation.entity.ts';
import {
  billingPublication,
  organisationPublication,
  settingsPublication,
} from './publications.ts';

/** The tree, with billing profiles and settings. */
export const organisations: Feature = {
  name: 'organisations',
  entities: [Organisation, BillingProfile, OrganisationSettings, DeletedOrganisation],
  publications: [organisationPublication, billingPublication, settingsPublication],
  reactions: [],
  routes: organisationRoutes,
  bulkActions: organisationActions,
  bulkLists: organisationLists,
  search: [organisationSearch],
  home: { needs: findSuspended, figures: countCustomers },
  facts: organisationFacts,
  sweeps: [{ every: HOUR, run: ({ openOwnWork }) => eraseDeleted(openOwnWork()) }],
};
