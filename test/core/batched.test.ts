import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batched } from '../../server/core/batched.ts';

function lengths() {
  const reads: string[][] = [];
  const lengthOf = batched<string, number>(async (words) => {
    reads.push([...words]);
    await nextTurn();
    if (words.includes('bad')) throw new Error('No such word.');
    return new Map(words.filter((word) => word !== '').map((word) => [word, word.length]));
  }, 3);
  return { reads, lengthOf };
}

test('what is asked for at once is read at once, each thing one time', async () => {
  const { reads, lengthOf } = lengths();

  const answers = await Promise.all(['ab', 'abc', 'ab', ''].map(lengthOf));

  expect(answers).toEqual([2, 3, 2, undefined]);
  expect(reads).toEqual([['ab', 'abc', '']]);
});

test('no read takes more than it may, and what comes during one waits for the next', async () => {
  const { reads, lengthOf } = lengths();

  const first = ['a', 'b', 'c', 'd'].map(lengthOf);
  await nextTurn();
  const again = lengthOf('a');
  await Promise.all([...first, again]);

  expect(reads).toEqual([
    ['a', 'b', 'c'],
    ['d', 'a'],
  ]);
});

test('a read that fails fails for those whom it was for, and for nobody after', async () => {
  const { lengthOf } = lengths();

  const bad = [lengthOf('bad'), lengthOf('good')];
  await expect(Promise.allSettled(bad)).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ]);

  await expect(lengthOf('good')).resolves.toBe(4);
});
