import type { NamedCheck } from '../../shared/core/problem.ts';
import type { Said } from '../../shared/core/words/said.ts';
import type { Action } from '../../shared/access/actions.ts';
import { type Actor, decide, type DecisionFacts, isInScope } from '../../shared/access/decide.ts';
import type { Place, PlaceLink } from '../../shared/access/place.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { idsAlong, idsOf, pathThrough } from '../../shared/organisations/path.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { fromJson, marksFor } from '../core/db/raw.ts';
import type { Reading } from '../core/db/reading.ts';
import { pathsOf } from './names-of.ts';
import { Organisation } from './organisation.entity.ts';

/** Where an organisation is, with what decisions about it look at. */
export interface Located {
  id: string;
  path: string;
  place: Place;
}

/** The same with the organisation itself, to be read whole or changed. */
export interface LocatedOrganisation extends Located {
  organisation: Organisation;
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
): Promise<LocatedOrganisation> {
  const located = await requirePlace(reading, id, action, facts);
  return { ...located, organisation: await reading.em.findOneOrFail(Organisation, { id }) };
}

/** The same for what needs to know only where it is. */
export async function requirePlace(
  reading: Reading,
  id: string,
  action: Action,
  facts: DecisionFacts = {},
): Promise<Located> {
  const located = await requireVisible(reading, id);
  requireAllowed(reading, action, located.place, facts);
  return located;
}

/** Where an organisation is, if it exists for this person at all; everything else is 404. */
export async function requireVisible(reading: Reading, id: string): Promise<Located> {
  return requireInScope(reading.person, (await locate(reading.em, id)) ?? undefined);
}

/** The same for what was located already; `undefined` where there is none. */
export function requireInScope(person: Actor, located: Located | undefined): Located {
  if (!located || !isInScope(person, located.place)) throw new Refusal('not-found');
  return located;
}

/** The guard refuses with the checks of the decision, the first that failed as the sentence. */
export function requireAllowed(
  reading: Reading,
  action: Action,
  place: Place,
  facts: DecisionFacts = {},
): void {
  const { allowed, checks } = decide(reading.person, action, place, facts);
  if (allowed) return;
  const way = place.map(({ id }) => id);
  const attempt = { action, place: { id: way.at(-1) ?? '', path: pathThrough(way) } };
  throw new Refusal('access.denied', saidOf(checks), { checks, attempt });
}

/** What the first check says that failed. */
function saidOf(checks: readonly NamedCheck[]): Said | undefined {
  const failed = checks.find(({ ok }) => !ok);
  return failed && { code: failed.code ?? '', params: failed.params, detail: failed.detail };
}

/** The place of an organisation; `null` where there is none. */
export async function locate(em: EntityManager, id: string): Promise<Located | null> {
  return (await locateAll(em, [id])).get(id) ?? null;
}

/** The same for many, by id; in two queries, however many and however deep. */
export async function locateAll(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Located>> {
  const paths = await pathsOf(em, ids.filter(isId));
  const links = await linksOf(em, [...paths.values()]);
  return new Map(
    [...paths].map(([id, path]) => {
      const place = idsOf(path).flatMap((ancestor) => links.get(ancestor) ?? []);
      return [id, { id, path, place: place as unknown as Place }];
    }),
  );
}

interface LinkRow {
  id: string;
  kind: PlaceLink['kind'];
  display_name: string;
  status: PlaceLink['status'];
  management_mode: PlaceLink['managementMode'];
  locked_at: string | null;
  sub_partners: boolean | number | null;
  self_provisioning: string | PlaceLink['selfProvisioning'] | null;
  mfa: PlaceLink['mfa'] | null;
  sign_in_paths: string | readonly string[] | null;
}

/** The links of some ways down, by id, with the settings that each lays down. */
async function linksOf(
  em: EntityManager,
  paths: readonly string[],
): Promise<Map<string, PlaceLink>> {
  const ids = idsAlong(paths);
  if (ids.length === 0) return new Map();
  const rows = await em.execute<LinkRow[]>(
    `select o.id, o.kind, o.display_name, o.status, o.management_mode, o.locked_at,
            s.sub_partners, s.self_provisioning, s.mfa, s.sign_in_paths
     from organisations o left join organisation_settings s on s.organisation_id = o.id
     where o.id in (${marksFor(ids)})`,
    ids,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        kind: row.kind,
        displayName: row.display_name,
        status: row.status,
        managementMode: row.management_mode,
        lockedAt: row.locked_at,
        subPartners: Boolean(row.sub_partners),
        selfProvisioning: fromJson(row.self_provisioning) ?? {},
        ...(row.mfa && row.mfa !== 'nobody' && { mfa: row.mfa }),
        ...(row.sign_in_paths && { signInPaths: fromJson(row.sign_in_paths) }),
      },
    ]),
  );
}
