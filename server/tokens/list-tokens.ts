import { barrierIndex } from '../../shared/access/decide.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Token as View } from '../../shared/tokens/contract.ts';
import type { Work } from '../core/db/work.ts';
import { openInside } from '../organisations/open-inside.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { viewTokens } from './view-tokens.ts';

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
    const { em, person } = reading;
    const { place } = await requirePlace(reading, organisationId, 'access.view');
    const reaching = place.slice(barrierIndex(place)).map(({ id }) => id);
    const found = await viewTokens(em, 'organisationId', reaching);
    const open = await openInside(
      em,
      person,
      found.map(({ path }) => path),
    );
    const items = found.filter(({ path }) => open.has(path)).map(({ token }) => token);
    return { items, nextCursor: null };
  });
}
