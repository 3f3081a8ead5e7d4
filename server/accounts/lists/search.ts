import { emailKey } from '../../../shared/core/email.ts';
import { holding } from '../../core/db/keyset-page.ts';
import type { Reading } from '../../core/db/reading.ts';
import { type Found, nearly, type SearchSource } from '../../core/search.ts';
import { openWithin } from '../../organisations/lists/open-within.ts';
import { pathsOf } from '../../organisations/names-of.ts';
import { Account } from '../../people/account.entity.ts';

/** People by their name or a part of their address, of those whose home is open to the reader. */
export const accountSearch: SearchSource = {
  kind: 'account',
  find: (reading, { text, words }, most) => {
    const holdsAll = words.map((word) => holding(reading.em, 'search_text', word));
    const byAddress = text.includes('@') ? [{ emailKey: emailKey(text) }] : [];
    return look(reading, { $or: [{ $and: holdsAll }, ...byAddress] }, most);
  },
  findNearly: (reading, sought, most) => look(reading, nearly(reading, sought), most),
};

async function look(reading: Reading, where: object, most: number): Promise<Found[]> {
  const { em, person } = reading;
  const tops = person.grants.map(({ path }) => path);
  if (tops.length === 0) return [];
  const open = { $or: tops.map((path) => openWithin(person, path)) };
  const found = await em.find(Account, { $and: [where, open] }, { limit: most });
  const paths = await pathsOf(
    em,
    found.map(({ organisationId }) => organisationId),
  );
  return found.map(({ id, displayName, email, organisationId }) => ({
    kind: 'account',
    id,
    title: displayName,
    also: email === null ? [] : [email],
    keys: [id],
    path: paths.get(organisationId) ?? '',
    organisationId,
    subtitle: email ?? '',
    href: `/organisations/${organisationId}/accounts/${id}`,
  }));
}
