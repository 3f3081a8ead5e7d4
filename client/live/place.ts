import type { Action } from '../../shared/access/actions.ts';
import {
  type Actor,
  decide,
  type Decision,
  type DecisionFacts,
  type Place,
  type PlaceLink,
} from '../../shared/access/decide.ts';
import type { OrganisationSettings } from '../../shared/organisations/contract.ts';
import { hasSettings } from '../../shared/organisations/hierarchy.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from './live.svelte.ts';

/** Who is asking, as decisions see it. */
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
 * The way down to an organisation with all that decisions look at: down to one's own grant from
 * the session, below it from the live records, which are followed while this is read. What is not
 * known (yet, or because a barrier hides it) is taken as the default; the server decides anyway.
 * Settings are followed only where the decision, on the way that far, opens them.
 */
export function placeOf(live: Live, session: Session, id: string): Place | undefined {
  const above = new Map(
    Object.values(session.access.chains)
      .flat()
      .map((link) => [link.id, link]),
  );
  const place: PlaceLink[] = [];
  for (const reference of live.store.path(id)) {
    const known = above.get(reference.id);
    const isBelow = !known || isGranted(session, reference.id);
    const record = isBelow ? live.record('organisation', reference.id).data : undefined;
    const link: PlaceLink = {
      id: reference.id,
      kind: reference.kind,
      displayName: reference.displayName,
      status: record?.status ?? known?.status ?? 'active',
      managementMode: record?.managementMode ?? known?.managementMode ?? 'managed',
      lockedAt: record ? record.lockedAt : (known?.lockedAt ?? null),
      subPartners: known?.subPartners ?? false,
      selfProvisioning: known?.selfProvisioning ?? {},
      mfa: known?.mfa,
      signInPaths: known?.signInPaths,
    };
    place.push(link);
    if (!isBelow || !hasSettings(reference.kind)) continue;
    if (!allowed(live, session, 'settings.view', place as unknown as Place).allowed) continue;
    const settings = live.record('settings', reference.id).data;
    if (settings) Object.assign(link, settingsOf(settings));
  }
  return place.length > 0 ? (place as unknown as Place) : undefined;
}

function settingsOf({ subPartners, selfProvisioning, mfa, signInPaths }: OrganisationSettings) {
  return { subPartners, selfProvisioning, mfa, signInPaths };
}

/** The one decision, asked for the signed-in person. */
export function allowed(
  live: Live,
  session: Session,
  action: Action,
  place: Place,
  facts: DecisionFacts = {},
): Decision {
  return decide(actorOf(session), action, place, facts);
}

/** Why something cannot be done, in a sentence for a button; `undefined` where it can. */
export function reasonAgainst(decision: Decision): string | undefined {
  return decision.checks.find((check) => !check.ok)?.detail;
}

function isGranted(session: Session, id: string): boolean {
  return session.grants.some(({ organisation }) => organisation.id === id);
}
