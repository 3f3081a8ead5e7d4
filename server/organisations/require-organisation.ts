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
  return (await locateAll(em, [id])).get(id) ?? null;
}

/** The same for many, by id; in three queries, however many and however deep. */
export async function locateAll(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Located>> {
  const known = ids.filter(isId);
  if (known.length === 0) return new Map();
  const found = await em.find(Organisation, { id: { $in: known } });
  const ways = found.flatMap((organisation) => organisation.ancestry());
  const all = await em.find(Organisation, { id: { $in: [...new Set(ways)] } });
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const chains = found.map((organisation) =>
    organisation.ancestry().map((id) => byId.get(id) ?? organisation),
  );
  const places = await placesOf(em, chains);
  return new Map(
    found.map((organisation, index) => {
      const chain = chains[index] as Organisation[];
      return [organisation.id, { organisation, chain, place: places[index] as Place }];
    }),
  );
}

/** The links of a way down, with the settings that its levels lay down. */
export async function placeOf(em: EntityManager, chain: Organisation[]): Promise<Place> {
  const [place] = await placesOf(em, [chain]);
  return place as Place;
}

async function placesOf(em: EntityManager, chains: readonly Organisation[][]): Promise<Place[]> {
  const holders = chains.flatMap((chain) => chain.filter(({ kind }) => hasSettings(kind)));
  const ids = [...new Set(holders.map(({ id }) => id))];
  const settings = await em.find(OrganisationSettings, { organisationId: { $in: ids } });
  const byId = new Map(settings.map((entry) => [entry.organisationId, entry]));
  return chains.map((chain) => {
    const links = chain.map((organisation) => linkOf(organisation, byId.get(organisation.id)));
    return links as unknown as Place;
  });
}

function linkOf(organisation: Organisation, own: OrganisationSettings | undefined): PlaceLink {
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
}
