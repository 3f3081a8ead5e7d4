import { wordedCheck } from '../core/refusals.ts';
import type { Action } from '../../shared/access/actions.ts';
import {
  type Actor,
  decide,
  type Decision,
  type DecisionFacts,
} from '../../shared/access/decide.ts';
import type { Place } from '../../shared/access/place.ts';
import { knownPlace, nothingSaid } from '../../shared/access/known-place.ts';
import type { Organisation, OrganisationSettings } from '../../shared/organisations/contract.ts';
import { hasSettings } from '../../shared/organisations/hierarchy.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from './live.svelte.ts';

/** The signed-in person, as decisions see them. */
export function actorOf(session: Session): Actor {
  return {
    accountId: session.accountId ?? '',
    grants: session.grants.map(({ role, organisation, expiresAt }) => ({
      role,
      organisationId: organisation.id,
      expiresAt,
    })),
  };
}

/**
 * The path to an organisation with all facts that decisions need: down to one's own grant from the
 * session, below it from the live records, which are followed while this is read. Unknown facts
 * (not read yet, or hidden by a barrier) have defaults, since the server decides anyway. Settings
 * are followed only where the path so far allows the person to view them.
 */
export function placeOf(live: Live, session: Session, id: string): Place | undefined {
  const { chains, above } = session.access;
  const told = new Map(
    Object.values(chains)
      .flat()
      .map((link) => [link.id, link]),
  );
  const way = live.store.path(id).map(({ id: each, kind, displayName }) => ({
    ...(told.get(each) ?? nothingSaid),
    ...{ id: each, kind, displayName },
  }));
  const place = knownPlace(way, above);
  place.forEach((link, at) => {
    if (told.has(link.id) && !isGranted(session, link.id)) return;
    const record = live.record('organisation', link.id).data;
    if (record) Object.assign(link, stateOf(record));
    if (!hasSettings(link.kind)) return;
    const wayHere = place.slice(0, at + 1) as unknown as Place;
    if (!allowed(live, session, 'settings.view', wayHere).allowed) return;
    const settings = live.record('settings', link.id).data;
    if (settings) Object.assign(link, settingsOf(settings));
  });
  return place.length > 0 ? (place as unknown as Place) : undefined;
}

function stateOf({ status, managementMode, lockedAt }: Organisation) {
  return { status, managementMode, lockedAt };
}

function settingsOf({ subPartners, selfProvisioning, mfa, signInPaths }: OrganisationSettings) {
  return { subPartners, selfProvisioning, mfa, signInPaths };
}

/** The shared decision, for the signed-in person. */
export function allowed(
  live: Live,
  session: Session,
  action: Action,
  place: Place,
  facts: DecisionFacts = {},
): Decision {
  return decide(actorOf(session), action, place, facts);
}

/** Why an action is refused, as a sentence for a button; `undefined` where it is allowed. */
export function reasonAgainst(decision: Decision): string | undefined {
  const failed = decision.checks.find((check) => !check.ok);
  return failed && wordedCheck(failed);
}

function isGranted(session: Session, id: string): boolean {
  return session.grants.some(({ organisation }) => organisation.id === id);
}
