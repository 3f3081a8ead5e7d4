import { rolesTaken } from '../access/events.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import {
  administratorNamed,
  organisationDeleted,
  organisationKept,
  organisationRestored,
} from '../organisations/events.ts';
import { cancelInvitationsOf } from './cancel-invitations.ts';
import { clearAccounts } from './clear-accounts.ts';
import { accountFacts } from './facts.ts';
import { inviteFirst } from './invite-first.ts';
import { accountActions, accountLists } from './lists/bulk.ts';
import { accountSearch } from './lists/search.ts';
import { findInvitationNeeds } from './lists/needs.ts';
import { accountRoutes } from './routes.ts';
import { sessionCookie } from '../sign-in/session-cookie.ts';
import { bringBackAccounts, keepAccounts } from './keep-accounts.ts';

/** Accounts as others administer them; their tables are those of people and of signing in. */
export const accounts: Feature = {
  name: 'accounts',
  entities: [],
  publications: [],
  reactions: [
    on(administratorNamed, inviteFirst),
    on(organisationKept, async (tx, { organisationId }) => ({
      name: 'accounts',
      rows: await keepAccounts(tx, organisationId),
    })),
    on(organisationDeleted, (tx, { organisationId }) => clearAccounts(tx, organisationId)),
    on(organisationRestored, (tx, { kept }) => bringBackAccounts(tx, kept['accounts'] ?? {})),
    on(rolesTaken, cancelInvitationsOf),
  ],
  routes: ({ isHttps, mailer, setupToken }) =>
    accountRoutes({ cookie: sessionCookie(isHttps), mailer, setupToken }),
  closedToTokens: ['/setup'],
  bulkActions: accountActions,
  bulkLists: accountLists,
  search: [accountSearch],
  home: { needs: findInvitationNeeds },
  facts: accountFacts,
};
