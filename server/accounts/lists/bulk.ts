import { z } from 'zod';
import { GiveGrant } from '../../../shared/access/contract.ts';
import { decide } from '../../../shared/access/decide.ts';
import { listAccounts as accountsEndpoint } from '../../../shared/accounts/endpoints.ts';
import { AccountExportQuery } from '../../../shared/accounts/list-contract.ts';
import { says } from '../../../shared/access/words.ts';
import { whyNotOwn } from '../../../shared/accounts/own-account.ts';
import type { NamedCheck } from '../../../shared/core/problem.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { giveGrant, requireGrantableAt } from '../../access/give-grant.ts';
import { requireAccount } from '../../access/require-account.ts';
import { viewGrants } from '../../access/view-grants.ts';
import { type BulkAction, bulkAction, type BulkList, bulkList } from '../../core/bulk.ts';
import { findRows } from '../../core/db/find-rows.ts';
import type { Reading } from '../../core/db/reading.ts';
import type { Work } from '../../core/db/work.ts';
import { EXPORT_PAGE } from '../../core/lists/export-list.ts';
import { locateAll, requireVisible } from '../../organisations/require-organisation.ts';
import { Account } from '../../people/account.entity.ts';
import { disableAccount, enableAccount, whyNotWithout } from '../administer-account.ts';
import { listAccounts } from './list-accounts.ts';

type Deed = 'account.disable' | 'account.enable';

/** What is done to many accounts at once, each by the checks of the single one. */
export const accountActions: readonly BulkAction[] = [
  bulkAction<object>({
    ...{ name: 'disable', action: 'account.disable', names },
    fields: z.strictObject({}),
    foresee: (reading, ids) => checksOf(reading, ids, 'account.disable'),
    run: (work, id) => disableAccount(work, id, {}),
  }),
  bulkAction<object>({
    ...{ name: 'enable', action: 'account.enable', names },
    fields: z.strictObject({}),
    foresee: (reading, ids) => checksOf(reading, ids, 'account.enable'),
    run: enableAccount,
  }),
  bulkAction<GiveGrant>({
    ...{ name: 'grant', action: 'grant.give', names },
    fields: GiveGrant,
    target: async (reading, given) => (await placeFor(reading, given)).here.displayName,
    foresee: checksOfGiving,
    run: giveOrLeave,
  }),
];

/** The lists of accounts that can be meant as a whole. */
export const accountLists: readonly BulkList[] = [
  bulkList<AccountExportQuery>({
    path: accountsEndpoint.path,
    action: 'accounts.view',
    query: AccountExportQuery,
    read: (work, id, query, cursor) =>
      listAccounts(work, id, { ...query, ...EXPORT_PAGE, columns: [], cursor }),
  }),
];

/** Where the role is to be given: a place in sight, of a kind that the role is for. */
async function placeFor(reading: Reading, { role, organisationId }: GiveGrant) {
  const { place } = await requireVisible(reading, organisationId);
  const here = place[place.length - 1] ?? place[0];
  requireGrantableAt(role, here.kind);
  return { place, here };
}

/**
 * The same decision for each account, and what keeps some from holding the role there. Who holds a
 * role is told only to those who may give one: behind a closed barrier it is nobody's business.
 */
async function checksOfGiving(reading: Reading, ids: readonly string[], given: GiveGrant) {
  const { place, here } = await placeFor(reading, given);
  const roles = [given.role];
  const { allowed, checks } = decide(reading.person, 'grant.give', place, { roles });
  if (!allowed) return new Map(ids.map((id) => [id, [...checks]]));
  const held = await viewGrants(reading.em, 'organisationId', [given.organisationId]);
  const holders = new Set(held.map(({ grant }) => grant.accountId));
  const found = await findRows(reading.em, Account, { id: { $in: [...ids] } });
  return new Map<string, NamedCheck[]>(
    found.map(({ id, type }) => {
      const holds = holders.has(id) ? says.holdsRoleHere({ name: here.displayName }) : null;
      const stateRefusal = type === 'user' ? says.userHoldsNoRole : holds;
      const facts = { roles, stateRefusal };
      return [id, [...decide(reading.person, 'grant.give', place, facts).checks]] as const;
    }),
  );
}

/** An organisation that went meanwhile is no reason to call the account missing. */
async function giveOrLeave(work: Work, id: string, given: GiveGrant): Promise<void> {
  await work
    .read((reading) => requireVisible(reading, given.organisationId))
    .catch((error: unknown) => {
      const isGone = error instanceof Refusal && error.code === 'not-found';
      throw isGone ? new Refusal('request.invalid', says.organisationGone) : error;
    });
  await giveGrant(work, id, given);
}

/** Only those whose home is open to the person: behind a closed barrier there is nobody. */
async function names({ em, person }: Reading, ids: readonly string[]) {
  const found = await findRows(em, Account, { id: { $in: [...ids] } });
  const located = await locateAll(em, [...new Set(found.map((each) => each.organisationId))]);
  const seen = new Map(
    found.flatMap(({ id, organisationId, displayName }) => {
      const place = located.get(organisationId)?.place;
      const isOpen = place && decide(person, 'accounts.view', place).allowed;
      return isOpen ? [[id, displayName] as const] : [];
    }),
  );
  return new Map(ids.flatMap((id) => (seen.has(id) ? [[id, seen.get(id) ?? '']] : [])));
}

async function checksOf(reading: Reading, ids: readonly string[], action: Deed) {
  const checks = new Map<string, NamedCheck[]>();
  for (const id of ids) checks.set(id, await checksAgainst(reading, id, action));
  return checks;
}

/** The checks that the use case would refuse with; none where it would do it. */
async function checksAgainst(reading: Reading, id: string, action: Deed): Promise<NamedCheck[]> {
  const whyNot = async () =>
    action === 'account.enable'
      ? null
      : (whyNotOwn(action, id, reading.person.accountId) ?? (await whyNotWithout(reading, id)));
  try {
    await requireAccount(reading, id, action, whyNot);
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.facts.checks) return [...error.facts.checks];
    throw error;
  }
}
