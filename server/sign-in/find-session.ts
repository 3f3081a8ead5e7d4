import type { Grant } from '../../shared/access/contract.ts';
import type { Account as AccountView } from '../../shared/people/contract.ts';
import type { SessionView } from '../../shared/sign-in/contract.ts';
import { nextSteps } from '../../shared/core/next-step.ts';
import { minPasswordLength } from '../../shared/sign-in/password.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { summariseAccess } from '../access/summarise-access.ts';
import { viewGrants } from '../access/view-grants.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import type { Work } from '../core/db/work.ts';
import { type Located, locateAll } from '../organisations/require-organisation.ts';
import { viewAccount } from '../people/account-view.ts';
import { Account } from '../people/account.entity.ts';
import { Session } from './session.entity.ts';

/** The caller's own session, with what its grants open. */
export function findSession(work: Work): Promise<SessionView> {
  const hash = work.caller.sessionHash ?? '';
  return work.read(async (reading) => {
    const { em } = reading;
    const person = reading.holderOwing(...nextSteps);
    const view = (await viewSessions(em, new Map([[hash, person]]))).get(hash);
    if (!view) throw new Refusal('auth.required');
    return view;
  });
}

/** The same for sessions of several people, by their hashes; in a fixed number of queries. */
export async function viewSessions(
  em: EntityManager,
  persons: ReadonlyMap<string, Person>,
): Promise<Map<string, SessionView>> {
  const accountIds = [...new Set([...persons.values()].map(({ accountId }) => accountId))];
  const accounts = await em.find(Account, { id: { $in: accountIds } });
  const sessions = await em.find(Session, { tokenHash: { $in: [...persons.keys()] } });
  const held = await viewGrants(em, 'accountId', accountIds);
  const places = [...persons.values()].flatMap(({ grants }) => grants);
  const located = await locateAll(em, [
    ...new Set(places.map(({ organisationId }) => organisationId)),
  ]);
  const accountOf = new Map(accounts.map((account) => [account.id, viewAccount(account)]));
  const grantsOf = Map.groupBy(held, ({ grant }) => grant.accountId);
  const bearers = [...persons].flatMap(([tokenHash, { token }]) =>
    token ? [{ tokenHash, expiresAt: token.expiresAt }] : [],
  );
  return new Map(
    [...sessions, ...bearers].flatMap(({ tokenHash, expiresAt }) => {
      const person = persons.get(tokenHash);
      const account = person && accountOf.get(person.accountId);
      if (!account) return [];
      const effective = new Set(person.grants.map(({ id }) => id));
      const grants = (grantsOf.get(person.accountId) ?? []).map(({ grant }) => grant);
      const view: SessionView = {
        account,
        grants: [
          ...grants.filter(({ id }) => effective.has(id)),
          ...grantsUnstored(person, new Set(grants.map(({ id }) => id)), account, located),
        ],
        access: summariseAccess(person, (id) => located.get(id)?.place),
        next: person.next,
        minPasswordLength: minPasswordLength(person.isSecondFactorAsked),
        expiresAt: expiresAt.toISOString(),
      };
      return [[tokenHash, view]];
    }),
  );
}

/** What is in no grant of the account's own: the one of a token, and what a broken glass lends. */
function grantsUnstored(
  { grants }: Person,
  stored: ReadonlySet<string>,
  { id: accountId, displayName, email }: AccountView,
  located: ReadonlyMap<string, Located>,
): Grant[] {
  return grants.flatMap(({ id, role, organisationId, expiresAt }) => {
    const link = located.get(organisationId)?.place.at(-1);
    if (!link || stored.has(id)) return [];
    const organisation = { id: link.id, kind: link.kind, displayName: link.displayName };
    const account = { id: accountId, displayName, email };
    return [{ id, accountId, role, organisation, account, expiresAt, version: 1 }];
  });
}
