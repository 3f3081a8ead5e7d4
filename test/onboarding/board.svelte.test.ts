import { describe, expect, test } from 'vitest';
import { columnsOf, type Grouping } from '../../client/onboarding/board/columns.ts';
import { HeldOrder } from '../../client/onboarding/board/held-order.svelte.ts';
import { UrgencyOrder } from '../../client/onboarding/board/urgency.ts';
import type { OnboardingSummary } from '../../shared/onboarding/contract.ts';

const onboarding = (id: string, facts: Partial<OnboardingSummary> = {}): OnboardingSummary => ({
  ...{ id, organisationId: id, state: 'in-progress', done: 1, total: 6, waitsOn: 'own' },
  ...{ currentStep: 'billing-complete', currentTitle: 'Complete the billing profile' },
  ...{ dueOn: null, stalledSince: null, owner: null },
  ...{ template: { id: 't', version: 1 }, organisation: null, parent: null, version: 1 },
  ...{ startedAt: '2026-01-01', finishedAt: null, changedAt: '2026-01-02' },
  ...facts,
});

const byId = (all: readonly OnboardingSummary[]) => new Map(all.map((each) => [each.id, each]));

const sorted = (all: readonly OnboardingSummary[]) => new UrgencyOrder().sort(byId(all));

const shortly = (all: readonly OnboardingSummary[], by: Grouping = 'step') =>
  columnsOf(sorted(all), by).map(
    ({ title, cards }) => `${title}: ${cards.map(({ id }) => id).join(' ')}`,
  );

describe('the columns of the board', () => {
  const ann = { id: 'ann', displayName: 'Ann' };
  const all = [
    onboarding('a', {
      ...{ currentStep: 'contract-signed', currentTitle: 'Sign the contract' },
      ...{ waitsOn: 'outside', owner: ann },
    }),
    onboarding('b', { changedAt: '2026-01-03' }),
    onboarding('c', { state: 'done', currentStep: null, waitsOn: null }),
    onboarding('d', { dueOn: '2026-02-01', changedAt: '2026-01-04' }),
    onboarding('e', { stalledSince: '2026-01-05', changedAt: '2026-01-05' }),
  ];

  test.each<[Grouping, string[]]>([
    ['step', ['Complete the billing profile: e d b', 'Sign the contract: a', 'Done: c']],
    ['waitsOn', ['The organisation: e d b', 'Somebody outside: a', 'Done: c']],
    ['owner', ['Nobody yet: e d b', 'Ann: a', 'Done: c']],
    ['parent', ['At the top: e d a b', 'Done: c']],
  ])('by %s begin with what has stalled, and end with what is done', (by, columns) => {
    expect(shortly(all, by)).toEqual(columns);
  });
});

test('[O12] a column that somebody is in stays as it is, with current numbers', () => {
  let all = $state.raw([onboarding('a'), onboarding('b', { changedAt: '2026-01-03' })]);
  const order = new HeldOrder(
    () => columnsOf(sorted(all), 'step'),
    (id) => all.find((each) => each.id === id),
  );
  const shown = () =>
    order.columns.map(({ key, cards, moved }) => [
      ...[key, moved],
      ...cards.map(({ card, isGone }) => `${card.id} ${card.done}${isGone ? ' gone' : ''}`),
    ]);

  order.hold('billing-complete');
  all = [
    onboarding('a', { done: 2, currentStep: 'contract-signed' }),
    onboarding('b', { done: 3, changedAt: '2026-01-03' }),
    onboarding('c', { changedAt: '2026-01-01' }),
  ];
  const held = shown();
  order.renew('billing-complete');
  const renewed = shown();
  all = all.map((each) => (each.id === 'c' ? { ...each, changedAt: '2026-01-04' } : each));
  const heldAgain = shown();
  order.release('billing-complete');

  expect(held).toEqual([
    ['billing-complete', 2, 'a 2 gone', 'b 3'],
    ['contract-signed', 0, 'a 2'],
  ]);
  expect(renewed).toEqual([
    ['billing-complete', 0, 'c 1', 'b 3'],
    ['contract-signed', 0, 'a 2'],
  ]);
  expect(heldAgain[0]).toEqual(['billing-complete', 2, 'c 1', 'b 3']);
  expect(shown()[0]).toEqual(['billing-complete', 0, 'b 3', 'c 1']);
});

test('the order after a change is that of sorting anew', () => {
  const order = new UrgencyOrder();
  const days = [3, 1, 2, 1];
  const all = days.map((day, at) =>
    onboarding(`o${String(at)}`, { changedAt: `2026-01-0${String(day)}` }),
  );
  const ids = (some: readonly OnboardingSummary[]) => order.sort(byId(some)).map(({ id }) => id);

  expect(ids(all)).toEqual(['o1', 'o3', 'o2', 'o0']);
  const [first, , ...rest] = all as [OnboardingSummary, ...OnboardingSummary[]];
  const changed = [{ ...first, dueOn: '2026-02-01' }, ...rest, onboarding('new')];
  expect(ids(changed)).toEqual(['o0', 'o3', 'new', 'o2']);
});
