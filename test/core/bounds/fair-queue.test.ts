import { describe, expect, test } from 'vitest';
import { FairQueue, type Waiter } from '../../../server/core/bounds/fair-queue.ts';

/** A queue in which one runs at a time, and what ran in it, in order. */
function createQueue(limits = {}) {
  const time = { now: 0 };
  const ran: string[] = [];
  const refused: string[] = [];
  const queue = new FairQueue(
    { atOnce: 1, longest: 6, longestOfOne: 4, ...limits },
    () => time.now,
  );
  const gate = Promise.withResolvers<void>();
  const all: Promise<void>[] = [queue.run({ key: 'first', isKnown: false }, () => gate.promise)];
  const ask = (waiter: Waiter, name = waiter.key) => {
    const run = () => Promise.resolve(void ran.push(name));
    all.push(queue.run(waiter, run).catch(() => void refused.push(name)));
  };
  const finish = async () => {
    gate.resolve();
    await Promise.all(all);
    return { ran, refused };
  };
  return { ask, finish, queue, time };
}

const stranger = (key: string) => ({ key, isKnown: false });
const known = (key: string) => ({ key, isKnown: true });

describe('a fair queue', () => {
  test('turns away at the door who has too many in line', async () => {
    const { ask, finish, queue } = createQueue();

    for (let at = 0; at < 6; at += 1) ask(stranger('a'), `a${at}`);
    const { ran, refused } = await finish();

    expect(ran).toEqual(['a0', 'a1', 'a2', 'a3']);
    expect(refused).toEqual(['a4', 'a5']);
    expect(queue.size).toBe(0);
  });

  test('lets keys take turns', async () => {
    const { ask, finish } = createQueue();

    for (let at = 0; at < 3; at += 1) ask(stranger('a'), `a${at}`);
    ask(stranger('b'));
    const { ran } = await finish();

    expect(ran).toEqual(['a0', 'b', 'a1', 'a2']);
  });

  test('when full, turns away who has most in line for somebody new', async () => {
    const { ask, finish } = createQueue();
    for (let at = 0; at < 4; at += 1) ask(stranger('a'), `a${at}`);
    for (let at = 0; at < 2; at += 1) ask(stranger('b'), `b${at}`);

    ask(stranger('c'));
    const { ran, refused } = await finish();

    expect(ran).toContain('c');
    expect(refused).toEqual(['a3']);
  });

  test('lets those who are known go ahead, and strangers not starve', async () => {
    const { ask, finish } = createQueue({ longest: 20 });
    for (let at = 0; at < 2; at += 1) ask(stranger('a'), `a${at}`);

    for (let at = 0; at < 5; at += 1) ask(known(`k${at}`));
    const { ran } = await finish();

    expect(ran).toEqual(['k0', 'k1', 'k2', 'a0', 'k3', 'k4', 'a1']);
  });

  test('full of strangers, still takes in who is known', async () => {
    const { ask, finish } = createQueue();
    for (let at = 0; at < 6; at += 1) ask(stranger(`s${at}`));

    ask(known('k'));
    ask(stranger('s6'));
    const { ran, refused } = await finish();

    expect(ran[0]).toBe('k');
    expect(refused).toHaveLength(2);
  });

  test('does not do what was asked for too long ago', async () => {
    const { ask, finish, time } = createQueue();
    ask(stranger('a'));

    time.now += 10_000;
    const { ran, refused } = await finish();

    expect([ran, refused]).toEqual([[], ['a']]);
  });
});
