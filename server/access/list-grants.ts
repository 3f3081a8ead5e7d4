import type { Grant as View } from '../../shared/access/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { openInside } from '../organisations/open-inside.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { requireAccount } from './require-account.ts';
import { inForce, type LocatedGrant, viewGrants } from './view-grants.ts';

/** Who holds a role at an organisation itself. */
export function listGrantsAt(work: Work, organisationId: string): Promise<Page<View>> {
  return work.read(async (reading) => {
    await requirePlace(reading, organisationId, 'access.view');
    const found = await viewGrants(reading.em, 'organisationId', [organisationId]);
    return { items: inForce(found, reading.now).map(({ grant }) => grant), nextCursor: null };
  });
}

/** The roles of an account, as far as the reader's scope and the barriers show them. */
export function listGrantsOf(work: Work, accountId: string): Promise<Page<View>> {
  return work.read(async (reading) => {
    await requireAccount(reading, accountId, 'accounts.view');
    const found = await viewGrants(reading.em, 'accountId', [accountId]);
    const items = await readableGrants(reading, inForce(found, reading.now));
    return { items, nextCursor: null };
  });
}

/** The grants that the reader may see; one's own always, but not by an API token. */
export async function readableGrants(
  { em, person }: Reading,
  found: readonly LocatedGrant[],
): Promise<View[]> {
  const open = await openInside(
    em,
    person,
    found.map(({ path }) => path),
  );
  const isOwn = (grant: View) => grant.accountId === person.accountId && !person.token;
  return found
    .filter(({ grant, path }) => isOwn(grant) || open.has(path))
    .map(({ grant }) => grant);
}
