import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/access/words.ts';
import type { Action } from '../../shared/access/actions.ts';
import type { AccountKind, Role } from '../../shared/access/roles.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Reading } from '../core/db/reading.ts';
import {
  type Located,
  locate,
  requireAllowed,
  requireVisible,
} from '../organisations/require-organisation.ts';
import { openInside } from '../organisations/open-inside.ts';
import { reaches } from '../organisations/visible-organisations.ts';
import { viewGrants } from './view-grants.ts';

/** The facts of an account that decisions need: its home, type and status. */
interface AccountFacts {
  id: string;
  organisationId: string;
  type: AccountKind;
  status: 'invited' | 'active' | 'disabled';
}

/** An account, and the path of organisations down to its home. */
export interface LocatedAccount extends Located {
  account: AccountFacts;
}

/** The actions on one's own account that need no role; API tokens may not do them. */
const ownActions: readonly Action[] = ['accounts.view', 'account.edit'];

/**
 * The account, if the caller may do this to it at its home. Changing an account also requires that
 * every role it holds is assignable and within the caller's scope: nobody edits an account with
 * more access than their own. `whyNot` is asked last, once the account is known to be visible.
 */
export async function requireAccount(
  reading: Reading,
  id: string,
  action: Extract<Action, `account${string}`>,
  whyNot: () => Promise<Said | null> = () => Promise.resolve(null),
): Promise<LocatedAccount> {
  const { em, person } = reading;
  const account = isId(id) ? await findFacts(reading, id) : null;
  if (!account) throw new Refusal('not-found');
  if (ownActions.includes(action) && id === person.accountId && !person.token) {
    return { account, ...(await requireHome(reading, account.organisationId)) };
  }
  const home = await requireVisible(reading, account.organisationId);
  requireAllowed(reading, 'accounts.view', home.place);
  if (action !== 'accounts.view') {
    const held = await viewGrants(em, 'accountId', [id]);
    const paths = held.map(({ path }) => path);
    // Resetting a sign-in is a way in as that account, so it requires access inside as well.
    const open = action === 'account.reset' ? await openInside(em, person, paths) : null;
    const isOutside = paths.some((path) => (open ? !open.has(path) : !reaches(person, path)));
    const outside = isOutside ? says.rolesBeyondScope : null;
    requireAllowed(reading, action, home.place, {
      roles: held.map(({ grant }): Role => grant.role),
      stateRefusal: outside ?? (await whyNot()),
    });
  }
  return { account, ...home };
}

async function requireHome(reading: Reading, organisationId: string): Promise<Located> {
  const home = await locate(reading.em, organisationId);
  if (!home) throw new Refusal('not-found');
  return home;
}

async function findFacts({ em }: Reading, id: string): Promise<AccountFacts | null> {
  const [row] = await em.execute<AccountFacts[]>(
    `select id, organisation_id as "organisationId", type, status from accounts where id = ?`,
    [id],
  );
  return row ?? null;
}
