import { barrierIndex } from '../../shared/access/place.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Token as View } from '../../shared/tokens/contract.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { requireAccount } from '../access/require-account.ts';
import { openInside } from '../organisations/open-inside.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { type LocatedToken, viewTokens } from './view-tokens.ts';

/** The tokens that the caller made, wherever they hold. */
export function listOwnTokens(work: Work): Promise<Page<View>> {
  return work.read(async ({ em, person }) => {
    const found = await viewTokens(em, 'accountId', [person.accountId]);
    return { items: found.map(({ token }) => token), nextCursor: null };
  });
}

/**
 * The tokens that reach an organisation: held at it, or above it as far as the reader's scope and
 * the barrier go.
 */
export function listTokensAt(work: Work, organisationId: string): Promise<Page<View>> {
  return work.read(async (reading) => {
    const { place } = await requirePlace(reading, organisationId, 'access.view');
    const reaching = place.slice(barrierIndex(place)).map(({ id }) => id);
    const found = await viewTokens(reading.em, 'organisationId', reaching);
    return { items: await readable(reading, found), nextCursor: null };
  });
}

/** The tokens that act as an account, as far as the reader's scope and the barriers show them. */
export function listTokensOf(work: Work, accountId: string): Promise<Page<View>> {
  return work.read(async (reading) => {
    await requireAccount(reading, accountId, 'accounts.view');
    const found = await viewTokens(reading.em, 'accountId', [accountId]);
    return { items: await readable(reading, found), nextCursor: null };
  });
}

async function readable({ em, person }: Reading, found: readonly LocatedToken[]): Promise<View[]> {
  const paths = found.map(({ path }) => path);
  const open = await openInside(em, person, paths);
  return found.filter(({ path }) => open.has(path)).map(({ token }) => token);
}
