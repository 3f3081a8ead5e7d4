import { says } from '../../../shared/organisations/words.ts';
import { decide } from '../../../shared/access/decide.ts';
import type { OrganisationKind } from '../../../shared/organisations/hierarchy.ts';
import { DAY } from '../../core/clock.ts';
import type { EntityManager } from '../../core/db/open-database.ts';
import { marksFor } from '../../core/db/raw.ts';
import type { Reading } from '../../core/db/reading.ts';
import { type FigureFound, type HomePlace, MOST_ALIKE, type NeedFound } from '../../core/home.ts';
import { countRows } from '../../core/lists/count-rows.ts';
import { Organisation } from '../organisation.entity.ts';
import { locateAll } from '../require-organisation.ts';
import { below } from '../within.ts';

/** Suspended customers, to those who may activate them: a few by name, more as one line. */
export async function findSuspended(
  reading: Reading,
  places: readonly HomePlace[],
): Promise<NeedFound[]> {
  const found: NeedFound[] = [];
  for (const place of places) found.push(...(await suspendedBelow(reading, place)));
  return found;
}

async function suspendedBelow(reading: Reading, place: HomePlace): Promise<NeedFound[]> {
  const { em, person } = reading;
  const where = { ...below(place.path), status: 'suspended' as const };
  const found = await em.find(Organisation, where, {
    orderBy: { updatedAt: 'asc', id: 'asc' },
    limit: MOST_ALIKE + 1,
  });
  const located = await locateAll(
    em,
    found.map(({ id }) => id),
  );
  const open = found.filter(({ id }) => {
    const at = located.get(id);
    return at && decide(person, 'organisation.activate', at.place).allowed;
  });
  if (open.length > MOST_ALIKE) return [await allSuspended(em, place, where)];
  const since = await suspendedSince(
    em,
    open.map(({ id }) => id),
  );
  return open.map(({ id, displayName: name }) => ({
    kind: 'suspended',
    subjectId: id,
    organisationId: id,
    message: says.isSuspended({ name }),
    since: since.get(id) ?? null,
    waitsOn: null,
    href: `/organisations/${id}`,
  }));
}

async function allSuspended(
  em: EntityManager,
  { id }: HomePlace,
  where: object,
): Promise<NeedFound> {
  const { total } = await countRows(em, Organisation, where);
  return {
    kind: 'suspended',
    subjectId: id,
    organisationId: id,
    message: says.areSuspended({ count: total }),
    since: null,
    waitsOn: null,
    href: customersPath(id, 'status=suspended'),
  };
}

/** When each was suspended last, as the audit has it. */
async function suspendedSince(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<{ id: string; at: string | number | Date }[]>(
    `select organisation_id as id, max(at) as at from audit_records
     where organisation_id in (${marksFor(ids)}) and action = 'organisation.suspend'
     group by organisation_id`,
    [...ids],
  );
  return new Map(rows.map(({ id, at }) => [id, new Date(at)]));
}

/** How many days count as new. */
const TREND_DAYS = 30;

/** What is counted below each kind of place. */
const counted: Readonly<Record<OrganisationKind, readonly CountedKind[]>> = {
  platform: ['distributor', 'partner', 'tenant'],
  distributor: ['partner', 'tenant'],
  partner: ['tenant', 'unit'],
  folder: ['tenant', 'unit'],
  tenant: ['unit'],
  unit: [],
};

type CountedKind = 'distributor' | 'partner' | 'tenant' | 'unit';

const messages = {
  distributor: { label: says.distributors, definition: says.distributorsMeans },
  partner: { label: says.partners, definition: says.partnersMeans },
  tenant: { label: says.tenants, definition: says.tenantsMeans },
  unit: { label: says.units, definition: says.unitsMeans },
} satisfies Record<CountedKind, Pick<FigureFound, 'label' | 'definition'>>;

/** The customers below a place by their kind, and how many of them are new [D2]. */
export async function countCustomers(
  { em, now }: Reading,
  place: HomePlace,
): Promise<FigureFound[]> {
  const [at] = await em.find(Organisation, { id: place.id }, { fields: ['kind'] });
  const since = new Date(now.getTime() - TREND_DAYS * DAY);
  const found: FigureFound[] = [];
  for (const kind of at ? counted[at.kind] : []) {
    const where = { ...below(place.path), kind };
    const { total, isCapped } = await countRows(em, Organisation, where);
    const added = await countRows(em, Organisation, { ...where, createdAt: { $gte: since } });
    found.push({
      key: `${kind}s`,
      ...messages[kind],
      value: total,
      isCapped,
      href: customersPath(place.id, `kind=${kind}`),
      trend: { days: TREND_DAYS, added: added.total },
    });
  }
  return found;
}

/** The list of the whole branch, narrowed. */
function customersPath(id: string, filter: string): string {
  return `/organisations/${id}?${filter}&within=branch`;
}
