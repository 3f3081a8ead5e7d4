import { decide } from '../../shared/access/decide.ts';
import { barrierIndex, type Place } from '../../shared/access/place.ts';
import { says } from '../../shared/onboarding/words.ts';
import type { Reading } from '../core/db/reading.ts';
import { type FigureFound, type HomePlace, MOST_ALIKE, type NeedFound } from '../core/home.ts';
import { countRows } from '../core/lists/count-rows.ts';
import { openWithin } from '../organisations/lists/open-within.ts';
import { namesOf } from '../organisations/names-of.ts';
import { locateAll } from '../organisations/require-organisation.ts';
import { inBranch } from './in-branch.ts';
import { Onboarding } from './onboarding.entity.ts';
import { OnboardingStep } from './step.entity.ts';

/** Steps that the reader takes care of, onboardings of their own, and those below that stalled. */
export async function findOnboardingNeeds(
  reading: Reading,
  places: readonly HomePlace[],
): Promise<NeedFound[]> {
  const [mine, own] = [await findOwned(reading, places), await findOwn(reading, places)];
  const found = [
    ...mine,
    ...own.filter(({ subjectId }) => !mine.some((it) => it.subjectId === subjectId)),
  ];
  for (const place of places) found.push(...(await findStalled(reading, place)));
  return found;
}

/** No more steps of one person are looked at: those that are theirs the longest. */
const MOST_STEPS = 500;

/** Those with steps that the reader said to take care of, where they still see them; once each. */
async function findOwned(
  { em, person }: Reading,
  places: readonly HomePlace[],
): Promise<NeedFound[]> {
  if (places.length === 0) return [];
  const open = ['not-started', 'in-progress', 'waiting', 'blocked'] as const;
  const inSight = places.map(({ path }) => openWithin(person, path));
  const steps = await em.find(
    OnboardingStep,
    { ownerId: person.accountId, state: { $in: [...open] }, $or: inSight },
    { orderBy: { since: 'asc', id: 'asc' }, limit: MOST_STEPS },
  );
  const firsts = Map.groupBy(steps, ({ onboardingId }) => onboardingId).values();
  const shown = [...firsts].flatMap(([first]) => first ?? []).slice(0, MOST_ALIKE);
  const ids = shown.map(({ organisationId }) => organisationId);
  const names = await namesOf(em, ids, { reachedBy: person });
  return shown.flatMap(({ onboardingId, organisationId, since }) => {
    const name = names.get(organisationId)?.displayName;
    if (name === undefined) return [];
    return [needOf(onboardingId, organisationId, says.stepIsYours({ name }), since)];
  });
}

/**
 * The onboarding of the reader's own organisation, while it waits on those inside. Behind a closed
 * barrier nobody above is shown it, so that it is theirs whoever it waits on.
 */
async function findOwn(
  { em, person }: Reading,
  places: readonly HomePlace[],
): Promise<NeedFound[]> {
  const ids = places.map(({ id }) => id);
  const located = await locateAll(em, ids);
  const own = ids.flatMap((id) => {
    const place = located.get(id)?.place;
    return place && decide(person, 'onboarding.edit', place).allowed ? [{ id, place }] : [];
  });
  if (own.length === 0) return [];
  const [closed, open] = [own.filter(isClosed), own.filter((each) => !isClosed(each))];
  const idIn = (some: typeof own) => ({ organisationId: { $in: some.map(({ id }) => id) } });
  const found = await em.find(
    Onboarding,
    { state: 'in-progress', $or: [{ ...idIn(open), waitsOn: 'own' }, idIn(closed)] },
    { orderBy: { id: 'asc' }, limit: MOST_ALIKE },
  );
  return found.map(({ id, organisationId, waitsOn, changedAt }) => {
    const name = located.get(organisationId)?.place.at(-1)?.displayName ?? '';
    const message =
      waitsOn === 'own' ? says.onboardingWaits({ name }) : says.onboardingOpen({ name });
    return needOf(id, organisationId, message, changedAt);
  });
}

function isClosed({ place }: { place: Place }): boolean {
  return barrierIndex(place) > 0;
}

/** How many below have stalled, to those who may see inside them. */
async function findStalled({ em, person }: Reading, place: HomePlace): Promise<NeedFound[]> {
  const where = {
    $and: [
      { state: 'in-progress' as const, stalledSince: { $ne: null } },
      openWithin(person, place.path),
    ],
  };
  const { total } = await countRows(em, Onboarding, where);
  if (total === 0) return [];
  return [
    {
      ...needOf(place.id, place.id, says.areStalled({ count: total }), null),
      kind: 'onboardings-stalled',
      href: `/onboardings?at=${place.id}&stalled=true`,
    },
  ];
}

function needOf(
  subjectId: string,
  organisationId: string,
  message: NeedFound['message'],
  since: Date | null,
): NeedFound {
  return {
    ...{ kind: 'onboarding', subjectId, organisationId, message, since, waitsOn: null },
    href: `/organisations/${organisationId}/onboarding`,
  };
}

/** How many are not done here and below, as their list counts them. */
export async function countInFlight({ em }: Reading, place: HomePlace): Promise<FigureFound[]> {
  const kind = (await namesOf(em, [place.id])).get(place.id)?.kind ?? 'unit';
  if (kind === 'tenant' || kind === 'unit') return []; // nobody is taken on below
  const where = { $and: [inBranch(place.path), { state: 'in-progress' as const }] };
  const { total, isCapped } = await countRows(em, Onboarding, where);
  if (total === 0) return [];
  return [
    {
      ...{ key: 'onboardings', value: total, isCapped, trend: null },
      label: says.inFlight,
      definition: says.inFlightMeans,
      href: `/onboardings?at=${place.id}`,
    },
  ];
}
