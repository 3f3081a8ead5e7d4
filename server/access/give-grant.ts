import { says } from '../../shared/access/words.ts';
import type { GiveGrant, Grant as View } from '../../shared/access/contract.ts';
import { isGrantableAt, type Role } from '../../shared/access/roles.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { fieldError, Refusal, refuseField } from '../../shared/core/refusals.ts';
import { flushOr } from '../core/db/flush-or.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import type { Organisation } from '../organisations/organisation.entity.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { Grant } from './grant.entity.ts';
import { requireAccount } from './require-account.ts';
import { viewGrants } from './view-grants.ts';

/** An administrator gives an account a role at an organisation and all below it. */
export function giveGrant(work: Work, accountId: string, input: GiveGrant): Promise<View> {
  return work.transaction(
    'grant.give',
    async (tx) => {
      const { account } = await requireAccount(tx, accountId, 'accounts.view');
      const { organisation } = await requireOrganisation(tx, input.organisationId, 'grant.give', {
        roles: [input.role],
      });
      if (account.type === 'user') {
        throw new Refusal('request.invalid', says.userHoldsNoRole, {
          errors: [fieldError('role', says.makeAdministrator)],
        });
      }

      const id = addGrant(tx, accountId, input.role, organisation);
      await flushOr(tx, 'grants.account_id', () => new Refusal('grant.exists'));
      const [view] = await viewGrants(tx.em, 'id', [id]);
      return (view as { grant: View }).grant;
    },
    { changesAccess: true },
  );
}

/** The server adds a grant whose role fits the kind of organisation; returns its id. */
export function addGrant(
  tx: Transaction,
  accountId: string,
  role: Role,
  organisation: Pick<Organisation, 'id' | 'kind' | 'displayName'>,
): string {
  requireGrantableAt(role, organisation.kind);
  const id = newId();
  tx.em.create(Grant, {
    id,
    accountId,
    role,
    organisationId: organisation.id,
    createdAt: tx.now,
    expiresAt: null,
    accessRequestId: null,
  });
  return id;
}

/** The guard refuses a role that does not fit the kind of organisation. */
export function requireGrantableAt(role: Role, kind: OrganisationKind): void {
  if (isGrantableAt(role, kind)) return;
  throw refuseField('role', says.notGrantable({ role, kind }));
}
