import { afterEach, describe, expect, test } from 'vitest';
import type { Answered } from '../../client/live/edits/edit-outcome.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { Desk } from '../support/desk.svelte.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const ann = await world.signIn('partner-admin@alder');
const ben = await world.signIn('distributor-admin@north');

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk[Symbol.dispose]();
});

async function atTenant() {
  const { id } = await world.create('tenant', 'alder', { displayName: 'Acme' });
  const desk = await Desk.open(ann);
  desks.push(desk);
  await desk.read('organisation', id);
  const answered: Answered[] = [];
  desk.live.edits.onAnswered((each) => answered.push(each));
  return {
    desk,
    answered,
    undo: desk.live.undo,
    save: async (field: 'displayName' | 'description', value: string) => {
      desk.edit('organisation', id, field, { [field]: value });
      await desk.settled();
    },
    undone: async () => {
      desk.live.undo.undo();
      await desk.settled();
    },
    stored: async () => bodyOf(await ann.get<Organisation>(`/organisations/${id}`)),
    colleague: async (fields: object) =>
      bodyOf(await ben.patch(`/organisations/${id}`, fields, { ifMatch: '*' })),
  };
}

describe('undoing one’s last saved edit', () => {
  test('sets the former value, on the version that the edit had made', async () => {
    const { desk, save, undone, stored, undo } = await atTenant();
    await save('displayName', 'Acme & Sons');

    await undone();

    expect(await stored()).toMatchObject({ displayName: 'Acme', version: 3 });
    expect(desk.sent.at(-1)?.ifMatch).toBe('"2"');
    expect(undo.next).toBeUndefined();
  });

  test('goes back step by step, also through several edits of one field', async () => {
    const { desk, save, undone, stored } = await atTenant();
    await save('displayName', 'One');
    await save('description', 'Between');
    await save('displayName', 'Two');

    await undone();
    expect(await stored()).toMatchObject({ displayName: 'One', description: 'Between' });
    await undone();
    expect(await stored()).toMatchObject({ displayName: 'One', description: '' });
    await undone();
    expect(await stored()).toMatchObject({ displayName: 'Acme', description: '' });
    expect(desk.waiting).toEqual([]);
  });

  test('keeps what a colleague saved in other fields', async () => {
    const { save, undone, stored, colleague } = await atTenant();
    await save('displayName', 'Acme & Sons');
    await colleague({ description: 'Of Ben' });

    await undone();

    expect(await stored()).toMatchObject({ displayName: 'Acme', description: 'Of Ben' });
  });

  test('is refused where a colleague changed the field since, and says who', async () => {
    const { desk, save, undone, stored, colleague, answered, undo } = await atTenant();
    await save('displayName', 'Acme & Sons');
    await colleague({ displayName: 'Of Ben' });

    await undone();

    expect(await stored()).toMatchObject({ displayName: 'Of Ben' });
    expect(answered.at(-1)).toMatchObject({
      is: 'conflict',
      edit: { isUndo: true },
      problem: {
        conflicts: [{ theirs: 'Of Ben', changedBy: { id: (await ben.who()).account.id } }],
      },
    });
    expect(desk.waiting).toEqual([]);
    expect(undo.next).toBeUndefined();
  });

  test('does not reach behind what a colleague did between two of one’s own edits', async () => {
    const { desk, save, undone, stored, colleague, answered } = await atTenant();
    await save('displayName', 'One');
    await colleague({ displayName: 'Of Ben' });
    await desk.live.record('organisation', (await stored()).id).reload();
    await save('displayName', 'Two');

    await undone();
    expect(await stored()).toMatchObject({ displayName: 'Of Ben' });
    await undone();
    expect(await stored()).toMatchObject({ displayName: 'Of Ben' });
    expect(answered.at(-1)).toMatchObject({ is: 'conflict' });
  });

  test('has nothing to undo where nothing was changed', async () => {
    const { save, undo } = await atTenant();

    await save('displayName', 'Acme');

    expect(undo.next).toBeUndefined();
  });
});
