import { isId } from '../../../shared/core/ids.ts';
import { isolated } from '../../../shared/core/isolated.ts';
import { tidied } from '../../../shared/core/line.ts';
import { sortKey } from '../../../shared/core/sort-key.ts';
import { idsAlong, idsOf } from '../../../shared/organisations/path.ts';
import { holding } from '../../core/db/keyset-page.ts';
import type { Reading } from '../../core/db/reading.ts';
import { type Found, nearly, type SearchSource } from '../../core/search.ts';
import { namesOf } from '../names-of.ts';
import { Organisation } from '../organisation.entity.ts';
import { visibleTo } from '../visible-organisations.ts';

/** After every text that begins in the same way. */
const LAST = '\u{10ffff}';

/** Organisations by their name, id or external id, of those that the reader's roles reach. */
export const organisationSearch: SearchSource = {
  kind: 'organisation',
  find: async (reading, sought, most) => {
    const { em } = reading;
    const key = sortKey(sought.text);
    const whole = [
      { sortName: { $gte: key, $lt: key + LAST } },
      { externalId: tidied(sought.text) },
      ...(isId(sought.text) ? [{ id: sought.text }] : []),
    ];
    const holdsAll = sought.words.map((word) => holding(em, 'search_text', word));
    return [
      ...(await look(reading, { $or: whole }, most)),
      ...(await look(reading, { $and: holdsAll }, most)),
    ].filter(isFirst);
  },
  findNearly: (reading, sought, most) => look(reading, nearly(reading, sought), most),
};

async function look(reading: Reading, where: object, most: number): Promise<Found[]> {
  const { em, person } = reading;
  const chosen = { $and: [visibleTo(person), where] };
  const found = await em.find(Organisation, chosen, { limit: most });
  const ids = idsAlong(found.map(({ path }) => path));
  const names = await namesOf(em, ids, { reachedBy: person });
  return found.map(({ id, displayName, externalId, path }) => ({
    kind: 'organisation',
    id,
    title: displayName,
    also: [],
    keys: externalId === null ? [id] : [id, externalId],
    path,
    organisationId: id,
    subtitle: idsOf(path)
      .slice(0, -1)
      .flatMap((above) => names.get(above) ?? [])
      .map((above) => isolated(above.displayName))
      .join(' › '),
    href: `/organisations/${id}`,
  }));
}

function isFirst({ id }: Found, at: number, all: readonly Found[]): boolean {
  return all.findIndex((other) => other.id === id) === at;
}
