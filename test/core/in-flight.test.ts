import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { InFlight } from '../../server/core/in-flight.ts';
import { createWorld } from '../support/world.ts';

test('waits for what was begun, and for what that begins', async () => {
  const inFlight = new InFlight();
  const ended: string[] = [];
  const last = async () => {
    await wait(5);
    ended.push('last');
  };
  const first = inFlight.track(
    wait(5).then(() => {
      ended.push('first');
      void inFlight.track(last());
    }),
  );
  const failing = inFlight.track(Promise.reject(new Error('badly')));
  await inFlight.settled();
  expect(ended).toEqual(['first', 'last']);
  await first;
  await expect(failing).rejects.toThrow('badly');
});

test('a node that stops keeps its database until nothing is read for sockets any more', async () => {
  const { server } = await createWorld();
  const { context, dispatcher } = server.running;
  const asked = Promise.withResolvers<void>();
  const read = dispatcher.inFlight.track(
    asked.promise.then(() => context.database.em.fork().execute('select 1')),
  );
  const stopped = server[Symbol.asyncDispose]();
  await wait(300);
  asked.resolve();
  await expect(read).resolves.toHaveLength(1);
  await stopped;
});
