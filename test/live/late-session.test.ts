import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Answer, Api } from '../../client/core/api.ts';
import { Session } from '../../client/core/session.svelte.ts';
import type { SessionView } from '../../shared/sign-in/contract.ts';

const held = (...ids: string[]) =>
  ({ grants: ids.map((id) => ({ id })), next: 'done' }) as unknown as SessionView;

/** A session whose summary is read when the test says so. */
function onSlowLine() {
  const answers: ((view: SessionView) => void)[] = [];
  const api = {
    call: () =>
      new Promise<Answer<SessionView>>((resolve) => {
        answers.push((data) => {
          resolve({ data, seq: undefined, version: undefined });
        });
      }),
  } as unknown as Api;
  const session = new Session(api);
  const ids = () => session.grants.map(({ id }) => id);
  return { session, answers, ids };
}

test('a summary that was asked for before the stream told of another is older', async () => {
  const { session, answers, ids } = onSlowLine();
  const loading = session.load();

  session.take(held('kept'));
  answers[0]?.(held('kept', 'taken'));
  await loading;

  expect(ids()).toEqual(['kept']);
});

test('a summary that was asked for afterwards counts', async () => {
  const { session, answers, ids } = onSlowLine();
  session.take(held('kept'));

  const loading = session.load();
  answers[0]?.(held('kept', 'given'));
  await loading;

  expect(ids()).toEqual(['kept', 'given']);
});

test('of a session that takes the place of another, what it says of itself counts', async () => {
  const { session, answers, ids } = onSlowLine();
  const replacing = session.replace(() => Promise.resolve());
  await nextTurn();

  session.take(held('before'));
  answers[0]?.(held('after'));
  await replacing;

  expect(ids()).toEqual(['after']);
});
