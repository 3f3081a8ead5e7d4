import { afterEach, describe, expect, test } from 'vitest';
import { LiveField } from '../../client/live/edits/live-field.svelte.ts';
import { Presence } from '../../client/live/presence.svelte.ts';
import { FieldEditing } from '../../client/ui/field-editing.svelte.ts';
import { LENGTHS } from '../../shared/core/lengths.ts';
import { Desk } from '../support/desk.svelte.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const ann = await world.signIn('partner-admin@alder');
const ben = await world.signIn('distributor-admin@north');

const TOO_LONG = 'x'.repeat(LENGTHS.name + 1);

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk[Symbol.dispose]();
});

/** The name of a new tenant before Ann, as its title and among its details. */
async function atName() {
  const { id } = await world.create('tenant', 'alder', { displayName: 'Acme' });
  const desk = await Desk.open(ann);
  desks.push(desk);
  await desk.read('organisation', id);
  const { live, session } = desk;
  const presence = new Presence(live, () => session.accountId);
  const open = (isNeverEmpty: boolean): FieldEditing => {
    const field = { resource: 'organisation', id, field: 'displayName', label: 'Name' } as const;
    const source = new LiveField({ live, presence, ...field });
    return new FieldEditing({ source: () => source, isNeverEmpty });
  };
  return {
    desk,
    title: open(true),
    detail: open(false),
    name: () => desk.shows('organisation', id)?.displayName,
    rename: async (displayName: string) => {
      bodyOf(await ben.patch(`/organisations/${id}`, { displayName }, { ifMatch: '*' }));
      await live.record('organisation', id).reload();
    },
  };
}

describe('a text typed into a field', () => {
  test('is saved when the field is left, and the field shows the record again', async () => {
    const { desk, title, detail, name } = await atName();
    title.begin();
    title.type(' Elder ');
    expect([title.isUnsent, name()]).toEqual([true, 'Acme']);

    title.leave();
    await desk.settled();

    expect([title.text, title.isUnsent, title.saving, detail.text]).toEqual([
      'Elder',
      false,
      'saved',
      'Elder',
    ]);
  });

  test('gives way at once to what is saved of the same record elsewhere on the page', async () => {
    const { desk, title, detail } = await atName();
    title.begin();
    title.type('Elder');
    title.leave();
    await desk.settled();

    detail.begin();
    detail.type('Alder');
    detail.leave();

    expect(title.text).toBe('Alder');
    await desk.settled();
    expect([title.text, title.conflict]).toEqual(['Alder', undefined]);
  });

  test('is let go when it is restored, and nothing is sent', async () => {
    const { desk, title } = await atName();
    title.begin();
    title.type('Elder');

    title.restore();
    title.leave();

    expect([title.text, title.isUnsent, desk.sent]).toEqual(['Acme', false, []]);
  });

  test('is nothing to save where it is the text on record', async () => {
    const { desk, detail } = await atName();
    detail.begin();
    detail.type('Acme ');

    detail.leave();

    expect([detail.text, detail.isUnsent, desk.sent]).toEqual(['Acme', false, []]);
  });

  test('is nothing to save where it is empty and may not be', async () => {
    const { desk, title } = await atName();
    title.begin();
    title.type(' ');

    title.leave();

    expect([title.text, desk.sent]).toEqual(['Acme', []]);
  });
});

describe('a field entered by a shortcut', () => {
  test('keeps what is typed when it is left, and saves it when told to', async () => {
    const { desk, title, name } = await atName();
    title.beginByShortcut();
    title.begin();
    title.type('Elder');

    title.leave();
    expect([title.text, title.isLeftUnsaved, desk.sent]).toEqual(['Elder', true, []]);
    title.begin();
    expect(title.isLeftUnsaved).toBe(false);
    title.leave();
    title.save();
    await desk.settled();

    expect([name(), title.isLeftUnsaved]).toEqual(['Elder', false]);
  });

  test('is one like others again once it was left unchanged', async () => {
    const { desk, title, name } = await atName();
    title.beginByShortcut();
    title.begin();
    title.leave();

    title.begin();
    title.type('Elder');
    title.leave();
    await desk.settled();

    expect(name()).toBe('Elder');
  });
});

describe('a field that a colleague saves while one types', () => {
  test.each(['title', 'detail'] as const)(
    'holds both, until mine is kept: the %s',
    async (which) => {
      const { desk, [which]: field, name, rename } = await atName();
      field.begin();
      field.type('Of Ann');
      await rename('Of Ben');

      field.leave();
      field.begin();
      field.leave();

      expect([field.text, field.conflict?.theirs, field.isLeftUnsaved]).toEqual([
        'Of Ann',
        'Of Ben',
        false,
      ]);
      expect(desk.sent).toEqual([]);
      field.keepMine();
      await desk.settled();
      expect([name(), field.text, field.conflict]).toEqual(['Of Ann', 'Of Ann', undefined]);
    },
  );

  test.each(['title', 'detail'] as const)('or until theirs is taken: the %s', async (which) => {
    const { desk, [which]: field, rename } = await atName();
    field.begin();
    field.type('Of Ann');
    await rename('Of Ben');
    field.leave();

    field.restore();

    expect([field.text, field.conflict, desk.sent]).toEqual(['Of Ben', undefined, []]);
  });

  test('says of a text that it is not saved, where the colleague goes back', async () => {
    const { detail, rename } = await atName();
    detail.begin();
    detail.type('Of Ann');
    await rename('Of Ben');
    detail.leave();

    await rename('Acme');

    expect([detail.conflict, detail.text, detail.isLeftUnsaved]).toEqual([
      undefined,
      'Of Ann',
      true,
    ]);
  });
});

describe('a text that was refused', () => {
  async function refused() {
    const at = await atName();
    at.title.begin();
    at.title.type(TOO_LONG);
    at.title.leave();
    await at.desk.settled();
    expect([at.title.text, at.title.saving, at.title.isUnsent]).toEqual([TOO_LONG, 'error', false]);
    return at;
  }

  test('is tried again by Enter, and not by leaving', async () => {
    const { desk, title } = await refused();
    title.begin();
    title.leave();
    expect(desk.sent).toHaveLength(1);

    title.enter();
    await desk.settled();

    expect([desk.sent.length, title.text, title.saving]).toEqual([2, TOO_LONG, 'error']);
  });

  test('waits no more once the text on record is typed in its place', async () => {
    const { desk, title } = await refused();
    title.begin();
    title.type('Acme');

    title.leave();

    expect([title.text, title.saving, desk.waiting]).toEqual(['Acme', 'idle', []]);
  });
});
