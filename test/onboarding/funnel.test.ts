import { describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { FunnelStep } from '../../shared/onboarding/contract.ts';
import { type Duration, medianOf } from '../../shared/onboarding/funnel.ts';
import { DAY } from '../../server/core/clock.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const took = (...days: number[]): Duration[] => days.map((each) => ({ days: each, isDone: true }));
const open = (...days: number[]): Duration[] => days.map((each) => ({ days: each, isDone: false }));

describe('[O13] the median', () => {
  test.each<[object | null, Duration[]]>([
    [null, took(1, 2, 3, 4, 5, 6, 7)],
    [{ days: 4 }, took(1, 2, 3, 4, 5, 6, 7, 8)],
    [{ days: 3 }, took(3, 3, 3, 3, 3, 3, 3, 3)],
    [{ days: 6 }, [...took(1, 2, 6, 7, 8), ...open(1, 2, 3)]],
    [{ moreThan: 9 }, [...took(1, 2), ...open(3, 4, 5, 6, 7, 9)]],
    [{ moreThan: 5 }, open(5, 5, 5, 5, 5, 5, 5, 5)],
  ])('is %j of %j', (median, durations) => {
    expect(medianOf(durations)).toEqual(median);
  });

  test('is that of every chance to end, multiplied day by day', () => {
    let seed = 7;
    const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 200; round += 1) {
      const durations = Array.from({ length: 8 + Math.floor(chance() * 40) }, () => ({
        days: Math.floor(chance() * 30),
        isDone: chance() > 0.4,
      }));

      expect(medianOf(durations)).toEqual(byBruteForce(durations));
    }
  });
});

function byBruteForce(durations: readonly Duration[]) {
  let left = 1;
  for (let day = 0; day < 30; day += 1) {
    const atRisk = durations.filter(({ days }) => days >= day).length;
    const ended = durations.filter(({ days, isDone }) => isDone && days === day).length;
    if (atRisk > 0) left *= (atRisk - ended) / atRisk;
    if (left <= 0.5 + 1e-12 && ended > 0) return { days: day };
  }
  return { moreThan: Math.max(...durations.map(({ days }) => days)) };
}

test('[O13] the funnel counts who is where, and nothing of what is closed to its reader', async () => {
  const world = await shareWorld();
  const inside = await world.signIn('tenant-admin@gamma');
  const birch = await world.signIn('partner-reader@birch');
  const suspended = await world.create('tenant', 'birch');
  bodyOf(await world.founder.post(`/organisations/${suspended.id}/suspend`));
  const waive = world.at('gamma', '/onboarding/steps/second-factor/waive');
  bodyOf(await inside.post(waive, { reason: 'A small one.' }));
  const read = async (query = '') =>
    bodyOf(await birch.get<Page<FunnelStep>>(world.at('birch', `/onboarding-funnel${query}`)))
      .items;
  const of = (steps: readonly FunnelStep[], key: string) => steps.find((step) => step.key === key);

  const whole = await read();
  bodyOf(await inside.put(world.at('gamma', '/access'), { managementMode: 'self-managed' }));

  const none = { reached: 0, done: 0, waived: 0, open: 0, abandoned: 0, median: null };
  expect(of(whole, 'administrator-invited')).toMatchObject({
    ...none,
    ...{ reached: 3, done: 1, open: 1, abandoned: 1, title: 'Invite the first administrator' },
  });
  expect(of(whole, 'second-factor')).toMatchObject({ ...none, reached: 1, waived: 1 });
  expect(of(whole, 'first-tenant')).toMatchObject({ ...none, reached: 1, done: 1 });
  expect(of(await read(), 'administrator-invited')).toMatchObject({
    ...{ reached: 2, done: 0, open: 1, abandoned: 1 },
  });
  const later = new Date(world.clock.now().getTime() + DAY).toISOString();
  expect(await read(`?from=${later}`)).toEqual([]);
});
