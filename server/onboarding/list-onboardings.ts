import type { ListedOnboarding, OnboardingQuery } from '../../shared/onboarding/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { findPage } from '../core/db/keyset-page.ts';
import type { Work } from '../core/db/work.ts';
import { countRows } from '../core/lists/count-rows.ts';
import { pathsOf } from '../organisations/names-of.ts';
import { openInside } from '../organisations/open-inside.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { inBranch } from './in-branch.ts';
import { Onboarding } from './onboarding.entity.ts';
import { placesOf, viewOutline, viewSummary } from './views.ts';

/**
 * The onboardings at an organisation or in its branch, the latest first. Whoever stands before a
 * closed barrier finds the outlines of those behind it [O9]: so the list is narrowed and ordered by
 * nothing but what an outline shows.
 */
export function listOnboardings(
  work: Work,
  organisationId: string,
  { within, state, limit, cursor, count }: OnboardingQuery,
): Promise<Page<ListedOnboarding>> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    const { path } = await requirePlace(reading, organisationId, 'onboarding.view');
    const place = within === 'branch' ? inBranch(path) : { organisationId };
    const chosen = { $and: [place, ...(state ? [{ state }] : [])] };
    const page = await findPage(
      em,
      Onboarding,
      chosen,
      { column: 'id', direction: 'desc' },
      { limit, cursor, list: [`onboardings ${within} of ${organisationId}`, state ?? ''] },
    );
    const found = page.items as Onboarding[];
    const placeOf = await placesOf(reading, found);
    const paths = await pathsOf(
      em,
      found.map((each) => each.organisationId),
    );
    const open = await openInside(em, person, [...paths.values()]);
    return {
      items: found.map((each) =>
        open.has(paths.get(each.organisationId) ?? '')
          ? viewSummary(each, placeOf(each.organisationId))
          : viewOutline(each),
      ),
      nextCursor: page.nextCursor,
      ...(count && { count: await countRows(em, Onboarding, chosen) }),
    };
  });
}
