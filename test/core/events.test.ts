import { expect, test } from 'vitest';
import type { Transaction } from '../../server/core/db/transaction.ts';
import { event, on, Reactions } from '../../server/core/events.ts';
import { Refusal } from '../../shared/core/refusals.ts';

const tx = {} as Transaction;
const closed = event<{ id: string }, string>('closed');
const ended = event<{ id: string }, string>('ended', { isHighestFirst: true });
const refused = event<{ id: string }>('refused');

const answering =
  (name: string) =>
  (_: Transaction, { id }: { id: string }) =>
    Promise.resolve(`${name} ${id}`);

const reactions = new Reactions([
  on(closed, answering('low')),
  on(ended, answering('low')),
  on(closed, answering('high')),
  on(ended, answering('high')),
  on(refused, () => Promise.reject(new Refusal('not-found'))),
]);

test('reactions run in the order of the features, or the other way round where that is asked', async () => {
  expect(await reactions.tell(tx, closed, { id: 'a' })).toEqual(['low a', 'high a']);
  expect(await reactions.tell(tx, ended, { id: 'a' })).toEqual(['high a', 'low a']);
  expect(await reactions.tell(tx, closed, { id: 'b' })).toEqual(['low b', 'high b']);
});

test('a reaction refuses what it is told of', async () => {
  await expect(reactions.tell(tx, refused, { id: 'a' })).rejects.toThrow(Refusal);
});

test('what nobody reacts to is nothing', async () => {
  expect(await reactions.tell(tx, event('unheard'), {})).toEqual([]);
});
