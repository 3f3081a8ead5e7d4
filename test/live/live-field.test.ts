import { afterEach, describe, expect, test } from 'vitest';
import { LiveField } from '../../client/live/edits/live-field.svelte.ts';
import { Presence } from '../../client/live/presence.svelte.ts';
import { LENGTHS } from '../../shared/core/lengths.ts';
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

/** The name of a new tenant in Ann's hands. */
async function atName() {
  const { id } = await world.create('tenant', 'alder', { displayName: 'Acme' });
  const desk = await Desk.open(ann);
  desks.push(desk);
  await desk.read('organisation', id);
  const open = (): LiveField =>
    new LiveField({
      live: desk.live,
      presence: new Presence(desk.live, () => desk.session.accountId),
      resource: 'organisation',
      id,
      field: 'displayName',
      label: 'Name',
    });
  const rename = async (displayName: string): Promise<unknown> =>
    bodyOf(await ben.patch(`/organisations/${id}`, { displayName }, { ifMatch: '*' }));
  return { desk, field: open(), open, rename };
}

describe('a field in hand', () => {
  test('goes from saving to saved, can be undone then, and is idle when typed in', async () => {
    const { desk, field } = await atName();
    field.begin();
    field.save(' Elder ');

    expect([field.saving, field.value]).toEqual(['saving', 'Elder']);
    await desk.settled();
    expect([field.saving, field.value]).toEqual(['saved', 'Elder']);
    expect(field.undo).toBeTypeOf('function');

    field.typed();
    expect([field.saving, field.undo]).toEqual(['idle', undefined]);
  });

  test('says that it waits, wherever else it is shown, too', async () => {
    const { desk, field, open } = await atName();
    const other = open();
    desk.network = 'cut';

    field.save('Elder');
    await desk.until(() => desk.live.edits.isHeldUp);

    expect([other.saving, other.value]).toEqual(['waiting', 'Elder']);
  });

  test('keeps what was refused, with the reason, and is quiet when it is typed in', async () => {
    const { desk, field, open } = await atName();

    field.save('x'.repeat(LENGTHS.name + 1));
    await desk.settled();

    const again = open();
    expect([again.saving, again.value, again.mine]).toEqual([
      'error',
      'Acme',
      'x'.repeat(LENGTHS.name + 1),
    ]);
    expect(again.error).toBe(`At most ${String(LENGTHS.name)} characters.`);
    again.typed();
    expect([again.saving, again.error]).toEqual(['idle', undefined]);
    again.save('Elder');
    await desk.settled();
    expect([again.saving, desk.waiting]).toEqual(['saved', []]);
  });

  test('keeps mine beside theirs, also when it is opened later, and then lands it', async () => {
    const { desk, field, open, rename } = await atName();
    field.begin();
    await rename('Of Ben');
    field.save('Of Ann');
    await desk.settled();

    const again = open();
    expect([again.value, again.mine, again.conflict?.theirs]).toEqual([
      'Of Ben',
      'Of Ann',
      'Of Ben',
    ]);
    again.keepMine('Of Ann, after all');
    await desk.settled();

    expect([again.value, again.conflict]).toEqual(['Of Ann, after all', undefined]);
  });

  test('takes theirs, and the queue is empty', async () => {
    const { desk, field, rename } = await atName();
    await rename('Of Ben');
    field.save('Of Ann');
    await desk.settled();

    field.takeTheirs();

    expect([field.value, field.mine, field.saving]).toEqual(['Of Ben', undefined, 'idle']);
    expect(desk.waiting).toEqual([]);
  });

  test('cannot be undone by the button where a colleague has changed it', async () => {
    const { desk, field, rename } = await atName();
    field.save('Of Ann');
    await desk.settled();
    await rename('Of Ben');
    await desk.live.record('organisation', desk.live.undo.next?.recordId ?? '').reload();

    expect([field.value, field.undo]).toEqual(['Of Ben', undefined]);
  });
});
