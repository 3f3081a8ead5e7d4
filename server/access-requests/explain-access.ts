import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/access-requests/words.ts';
import type { ExplainQuery, Explanation } from '../../shared/access/contract.ts';
import { type Remedy, remediesFor } from '../../shared/access/remedies.ts';
import { type Actor, decide, type DecisionFacts } from '../../shared/access/decide.ts';
import { barrierIndex, type Place, suspendedBy } from '../../shared/access/place.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { requireVisible } from '../organisations/require-organisation.ts';
import { isOnlooker, lentByGlass } from './broken-glass.ts';
import { asFarAsSeen, readHoldings } from '../access/holdings.ts';
import { readableGrants } from '../access/list-grants.ts';
import { suspendedPaths } from '../organisations/laid-down.ts';
import { type LocatedAccount, requireAccount } from '../access/require-account.ts';
import { isBeforeEmpty } from '../access/uninhabited.ts';
import { inForce, viewGrants } from '../access/view-grants.ts';

/** Whether, and by which checks, an account may do something somewhere; the caller's own by default. */
export function explainAccess(
  work: Work,
  { action, at, account }: ExplainQuery,
): Promise<Explanation> {
  return work.read(async (reading) => {
    const located = await requireVisible(reading, at);
    const { place } = located;
    const { actor, facts } = await whoActs(reading, account, place);
    const isTaken = action === 'account.inviteFirst' && !(await isBeforeEmpty(reading, located));
    const { allowed, checks } = decide(actor, action, place, {
      ...facts,
      ...(isTaken && { stateRefusal: says.notFirst }),
    });
    const remedies: Explanation['remedies'] = [];
    for (const { check, what, by } of remediesFor({ actor, action, place }, checks)) {
      const { code, params, detail } = what;
      remedies.push({
        check,
        what: detail,
        code,
        ...(params && { params }),
        ...(await whoCould(reading, by)),
      });
    }
    return { allowed, checks, remedies };
  });
}

/**
 * Who could do what would lift a check: whoever may by a role that lasts. The nearest level at which
 * somebody could is named to everybody; who that is, and how many, only to those who could list
 * them: how many people somebody else has is not for whoever is refused.
 */
async function whoCould(
  reading: Reading,
  by: Remedy['by'],
): Promise<Pick<Explanation['remedies'][number], 'level' | 'who'>> {
  if (!by) return { level: null, who: { accounts: [] } };
  const held = await readHoldings(
    reading,
    by.place.map(({ id }) => id),
  );
  const lasting = held.filter(({ expires_at }) => expires_at === null);
  const may = lasting.filter(({ account_id: accountId, role, id: organisationId }) => {
    const grants = [{ role, organisationId, expiresAt: null }];
    return decide({ accountId, grants }, by.action, by.place).allowed;
  });
  const once = [...Map.groupBy(may, ({ account_id }) => account_id).values()];
  const { accounts } = await asFarAsSeen(
    reading,
    once.flatMap(([first]) => first ?? []),
  );
  const nearest = by.place.findLast(({ id }) => may.some((holding) => holding.id === id));
  const { id = '', kind = 'platform', displayName = '' } = nearest ?? {};
  return { level: nearest ? { id, kind, displayName } : null, who: { accounts } };
}

interface Acting {
  actor: Actor;
  facts: DecisionFacts;
}

async function whoActs(
  reading: Reading,
  accountId: string | undefined,
  place: Place,
): Promise<Acting> {
  const { person } = reading;
  if (!accountId || (accountId === person.accountId && !person.token)) {
    return { actor: person, facts: {} };
  }
  const located = await requireAccount(reading, accountId, 'accounts.view');
  const stateRefusal = whyNotSignedIn(located);
  return {
    actor: { accountId, grants: await grantsOf(reading, located, place) },
    facts: stateRefusal ? { stateRefusal } : {},
  };
}

/** What would keep the account's person from doing anything at all. */
function whyNotSignedIn({ account, place }: LocatedAccount): Said | null {
  if (account.status === 'disabled') return says.disabled;
  if (account.status === 'invited') return says.notAccepted;
  const suspended = suspendedBy(place);
  return suspended ? says.homeSuspended({ name: suspended.displayName }) : null;
}

/**
 * The account's roles that are in force and reach the place, or that the reader may see anyhow:
 * an answer tells nothing of roles held elsewhere, and to those outside a barrier nothing of
 * roles held behind it.
 */
async function grantsOf(reading: Reading, { account, path: home }: LocatedAccount, place: Place) {
  const held = inForce(await viewGrants(reading.em, 'accountId', [account.id]), reading.now);
  const lent = isOnlooker(held.map(({ grant }) => grant))
    ? await lentByGlass(reading.em, reading.now)
    : [];
  const paths = [...held, ...lent].map(({ path }) => path);
  const isSuspended = await suspendedPaths(reading.em, [home, ...paths]);
  const readable = await readableGrants(reading, held);
  const isInside = decide(reading.person, 'access.view', place).allowed;
  const visible = isInside ? place : place.slice(0, barrierIndex(place));
  const own = held
    .filter(({ path }) => !isSuspended(path))
    .map(({ grant }) => grant)
    .filter(
      (grant) =>
        readable.includes(grant) || visible.some((link) => link.id === grant.organisation.id),
    )
    .map(({ role, organisation: { id }, expiresAt }) => ({ role, organisationId: id, expiresAt }));
  const seen = lent.filter(
    ({ organisationId, path }) =>
      !isSuspended(path) && visible.some(({ id }) => id === organisationId),
  );
  return [...own, ...seen];
}
