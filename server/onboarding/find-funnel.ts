import type { FunnelQuery, FunnelStep } from '../../shared/onboarding/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { type Duration, medianOf } from '../../shared/onboarding/funnel.ts';
import { DAY } from '../core/clock.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { suspendedPaths } from '../organisations/laid-down.ts';
import { openWithin } from '../organisations/lists/open-within.ts';
import { pathsOf } from '../organisations/names-of.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { Onboarding } from './onboarding.entity.ts';
import { OnboardingSpan } from './span.entity.ts';
import { OnboardingStep } from './step.entity.ts';

/** The cohort goes back so many days, where nothing is said. */
const USUAL_DAYS = 365;
/** No more onboardings are looked at: the latest of them. */
const MOST = 5_000;

/**
 * How far the onboardings came that began in a period, step by step, by what the reader may see
 * inside [O13]. Counts add up: whoever reached a step has done or waived it, is at it, or gave up.
 */
export function findFunnel(
  work: Work,
  organisationId: string,
  { from, to }: FunnelQuery,
): Promise<Page<FunnelStep>> {
  return work.read(async (reading) => {
    const { em, now, person } = reading;
    const { path } = await requirePlace(reading, organisationId, 'progress.view');
    const since = from ? new Date(from) : new Date(now.getTime() - USUAL_DAYS * DAY);
    const cohort = await findRows<Onboarding>(
      em,
      Onboarding,
      {
        $and: [
          { startedAt: { $gte: since, ...(to && { $lt: new Date(to) }) } },
          openWithin(person, path),
        ],
      },
      { orderBy: [{ id: 'desc' }], limit: MOST },
    );
    return { items: await funnelOf(reading, cohort), nextCursor: null };
  });
}

async function funnelOf(
  { em, now }: Reading,
  cohort: readonly Row<Onboarding>[],
): Promise<FunnelStep[]> {
  const ids = cohort.map(({ id }) => id);
  const where = { onboardingId: { $in: ids } };
  const steps = await findRows(em, OnboardingStep, where, { orderBy: [{ position: 'asc' }] });
  const spans = Map.groupBy(await findRows(em, OnboardingSpan, where), keyOf);
  const paths = await pathsOf(
    em,
    cohort.map(({ organisationId }) => organisationId),
  );
  const isSuspended = await suspendedPaths(em, [...paths.values()]);
  const isGivenUp = (id: string) => isSuspended(paths.get(id) ?? '');
  return [...Map.groupBy(steps, ({ key }) => key)].map(([key, ofKey]) => {
    const count = { reached: 0, done: 0, waived: 0, open: 0, abandoned: 0 };
    const durations: Duration[] = [];
    for (const step of ofKey) {
      const reachedAt = firstReached(spans.get(keyOf({ ...step, stepKey: step.key })) ?? []);
      if (reachedAt === undefined) continue;
      const fate = fateOf(step, isGivenUp);
      count.reached += 1;
      count[fate] += 1;
      if (fate === 'waived') continue;
      const end = fate === 'done' ? step.since : now;
      const days = Math.max(0, Math.round((end.getTime() - reachedAt) / DAY));
      durations.push({ days, isDone: fate === 'done' });
    }
    return { key, title: ofKey[0]?.title ?? key, ...count, median: medianOf(durations) };
  });
}

/** What became of a step: one of an organisation that is suspended was given up. */
function fateOf(
  { state, organisationId }: Row<OnboardingStep>,
  isGivenUp: (organisationId: string) => boolean,
): 'done' | 'waived' | 'abandoned' | 'open' {
  if (state === 'done' || state === 'waived') return state;
  return isGivenUp(organisationId) ? 'abandoned' : 'open';
}

function keyOf({ onboardingId, stepKey }: Pick<OnboardingSpan, 'onboardingId' | 'stepKey'>) {
  return `${onboardingId} ${stepKey}`;
}

/** When a step could be done first: not while its predecessors were open. */
function firstReached(spans: readonly Row<OnboardingSpan>[]): number | undefined {
  const times = spans
    .filter(({ state }) => state !== 'later')
    .map(({ startedAt }) => startedAt.getTime());
  return times.length > 0 ? Math.min(...times) : undefined;
}
