import type { Action } from '../../shared/access/actions.ts';
import {
  decide,
  type DecisionFacts,
  isInScope,
  type Place,
  type PlaceLink,
} from '../../shared/access/decide.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { hasSettings } from '../../shared/organisations/hierarchy.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Reading } from '../core/db/work.ts';
import { OrganisationSettings } from './organisation-settings.entity.ts';
import { Organisation } from './organisation.entity.ts';

/** An organisation together with the way down to it. */
export interface Located {
  organisation: Organisation;
  chain: Organisation[];
  place: Place;
}

/**
 * The organisation, if the person may do this there. Loading is authorising: outside the
 * person's scope it is the same 404 as an unknown id, inside it a 403 with the checks.
 */
export async function requireOrganisation(
  reading: Reading,
  id: string,
  action: Action,
  facts: DecisionFacts = {},
): Promise<Located> {
  const located = await requireVisible(reading, id);
  requireAllowed(reading, action, located.place, facts);
  return located;
}

/** The organisation, if it exists for this person at all; everything else is 404. */
export async function requireVisible(reading: Reading, id: string): Promise<Located> {
  const { person } = reading;
  const located = await locate(reading.em, id);
  if (!located || !isInScope(person, located.place)) throw new Refusal('not-found');
  return located;
}

/** Refuses with the checks of the decision, the first that failed as the sentence. */
export function requireAllowed(
  reading: Reading,
  action: Action,
  place: Place,
  facts: DecisionFacts = {},
): void {
  const { allowed, checks } = decide(reading.person, action, place, facts);
  if (allowed) return;
  throw new Refusal('access.denied', checks.find((check) => !check.ok)?.detail, { checks });
}

/** Finds an organisation and what decisions about it look at; `null` where there is none. */
export async function locate(em: EntityManager, id: string): Promise<Located | null> {
  const organisation = isId(id) ? await em.findOne(Organisation, { id }) : null;
  if (!organisation) return null;
  const ids = organisation.ancestry();
  const found = await em.find(Organisation, { id: { $in: ids } });
  const byId = new Map(found.map((entry) => [entry.id, entry]));
  const chain = ids.map((ancestor) => byId.get(ancestor) ?? organisation);
  return { organisation, chain, place: await placeOf(em, chain) };
}

/** The links of a way down, with the settings that its levels lay down. */
export async function placeOf(em: EntityManager, chain: Organisation[]): Promise<Place> {
  const holders = chain.filter(({ kind }) => hasSettings(kind)).map(({ id }) => id);
  const settings = await em.find(OrganisationSettings, { organisationId: { $in: holders } });
  const byId = new Map(settings.map((entry) => [entry.organisationId, entry]));
  const links = chain.map((organisation): PlaceLink => {
    const own = byId.get(organisation.id);
    return {
      id: organisation.id,
      kind: organisation.kind,
      displayName: organisation.displayName,
      status: organisation.status,
      managementMode: organisation.managementMode,
      lockedAt: organisation.lockedAt,
      subPartners: own?.subPartners ?? false,
      selfProvisioning: own?.selfProvisioning ?? {},
    };
  });
  return links as unknown as Place;
}
