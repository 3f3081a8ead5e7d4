import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Connection } from '../../client/live/connection.svelte.ts';
import { Subscriptions } from '../../client/live/subscriptions.ts';

const asked = { scope: 'children', organisationId: 'grove', topics: ['directory'] } as const;
const joined = { ok: true, topics: ['directory'], head: 7, epoch: 'one', changes: [] };

/** Subscriptions on a line that is up, whose server answers when it is told to. */
function onSlowLine() {
  const questions: { event: string; answer: (with_: unknown) => void }[] = [];
  const connection = {
    isUp: true,
    ask: (event: string) =>
      new Promise((answer) => {
        questions.push({ event, answer });
      }),
  } as unknown as Connection;
  const nothing = () => undefined;
  const subscriptions = new Subscriptions(connection, {
    changes: nothing,
    reset: nothing,
    regranted: nothing,
    renewed: nothing,
    pathBefore: nothing,
  });
  const answer = async (at: number) => {
    questions[at]?.answer(joined);
    await nextTurn();
  };
  return { subscriptions, answer, asked: () => questions.map(({ event }) => event) };
}

test('what was let go and is taken up again before the answer came is not left', async () => {
  const line = onSlowLine();
  const first = line.subscriptions.hold(asked);
  line.subscriptions.release(first);
  const again = line.subscriptions.hold(asked);

  await line.answer(0);
  await line.answer(1);

  expect(line.asked()).toEqual(['subscribe', 'subscribe']);
  expect(again.state).toBe('joined');
});

test('what was let go before the answer came is left once it comes', async () => {
  const line = onSlowLine();
  const only = line.subscriptions.hold(asked);
  line.subscriptions.release(only);

  await line.answer(0);

  expect(line.asked()).toEqual(['subscribe', 'unsubscribe']);
});
