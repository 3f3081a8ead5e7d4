import { expect, test } from 'vitest';
import type { Topic } from '../../shared/access/actions.ts';
import { leftBy, newSubscription, type Subscription } from '../../client/live/subscription.ts';

function following(organisationId: string, topics?: Topic[]): Subscription {
  const asked = { scope: 'record', organisationId, ...(topics && { topics }) } as const;
  return { ...newSubscription(asked), granted: ['directory', 'accounts', 'access'] };
}

test.each<[others: Subscription[], left: unknown]>([
  [[], { scope: 'record', organisationId: 'a', topics: ['accounts', 'access'] }],
  [[following('b')], { scope: 'record', organisationId: 'a', topics: ['accounts', 'access'] }],
  [[following('a')], undefined],
  [[following('a', ['access'])], { scope: 'record', organisationId: 'a', topics: ['accounts'] }],
  [[following('a', ['access']), following('a', ['accounts'])], undefined],
])('what one view leaves stays for the others (%#)', (others, left) => {
  expect(leftBy(following('a', ['accounts', 'access']), others)).toEqual(left);
});

test('what was followed whole is left but for the topics that others need', () => {
  expect(leftBy(following('a'), [following('a', ['access'])])).toEqual({
    ...{ scope: 'record', organisationId: 'a', topics: ['directory', 'accounts'] },
  });
});
