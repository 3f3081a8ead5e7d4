import { setImmediate as nextTurn } from 'node:timers/promises';
import { flushSync } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { expect, test } from 'vitest';
import type { Gone } from '../../client/live/gone.ts';
import { type Phase, Query } from '../../client/live/query.svelte.ts';
import type { Subscription } from '../../client/live/subscription.ts';
import type { Subscriptions } from '../../client/live/subscriptions.ts';

const closedToPlatform: Gone = { because: 'denied', detail: 'Closed to the platform.' };

/** A list of accounts that somebody looks at, through a subscription that grants the directory. */
function lookAtAccounts(way = Promise.resolve()) {
  const subscription = {
    asked: { scope: 'record', organisationId: 'acme' },
    state: 'joined',
    granted: ['directory'],
  } as unknown as Subscription;
  const subscriptions = {
    hold: () => subscription,
    release: () => undefined,
    ready: () => Promise.resolve(),
    learned: () => undefined,
  } as unknown as Subscriptions;
  let reads = 0;
  let isWayKnown = false;
  const query = new Query(
    {
      key: 'accounts',
      asked: subscription.asked,
      topic: 'accounts',
      load: () => Promise.resolve((reads += 1)),
      read: () => undefined,
    },
    {
      phases: new SvelteMap<string, Phase>(),
      subscriptions,
      whileReading: (read) => read(),
      isClosed: () => way.then(() => (isWayKnown = true)),
      closedBy: () => (isWayKnown ? closedToPlatform : undefined),
    },
  );
  const end = $effect.root(() => {
    $effect(() => {
      void query.state;
    });
  });
  flushSync();
  return { query, subscription, end, reads: () => reads };
}

test('what the stream does not grant is read only once it does', async () => {
  const { query, subscription, end, reads } = lookAtAccounts();
  await nextTurn();
  expect([query.isComplete, query.state, reads()]).toEqual([false, 'gone', 0]);

  subscription.granted = ['directory', 'accounts'];
  query.regrant({ because: 'access' });
  await nextTurn();

  expect([query.isComplete, reads()]).toEqual([true, 1]);
  end();
});

test('what is closed says why, and not that it is missing before the reason is known', async () => {
  const way = Promise.withResolvers<void>();
  const { query, end, reads } = lookAtAccounts(way.promise);
  query.regrant({ because: 'access' });
  await nextTurn();
  expect([query.state, query.gone, reads()]).toEqual(['loading', undefined, 0]);

  way.resolve();
  await nextTurn();

  expect([query.state, query.gone, reads()]).toEqual(['gone', closedToPlatform, 0]);
  end();
});
