import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import type { PersonName } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import type { LiveSocket } from '../support/socket.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { acme } = world.ids;

/** Somebody's socket that follows what it may of all below `top`. */
async function follow(name: PersonName, top = world.ids.alder, of = world): Promise<LiveSocket> {
  const live = await (await of.signIn(name)).socket();
  await live.subscribe({ scope: 'subtree', organisationId: top });
  return live;
}

const sit = (live: LiveSocket, place: string, rest: object = {}) =>
  live.ask<{ ok: boolean }>('presence', { organisationId: place, ...rest });

const namesAt = (live: LiveSocket, place = acme) =>
  live.presence.get(place)?.map(({ displayName }) => displayName);

describe('presence', () => {
  test('[L9] shows followers who is there, in which view and field', async () => {
    await using watcher = await follow('partner-reader@alder');
    await using editor = await follow('partner-admin@alder');
    const field = `organisation:${acme}:displayName`;

    const answer = await sit(editor, acme, { view: 'details', field });

    expect(answer).toEqual({ ok: true });
    await watcher.until((live) => namesAt(live)?.length === 1);
    expect(watcher.presence.get(acme)).toMatchObject([
      { displayName: 'partner admin of alder', view: 'details', field },
    ]);
  });

  test('[L9] is told of many places at once', async () => {
    await using watcher = await follow('partner-reader@alder');
    const places = [acme, world.ids.beta, world.ids.labs, world.ids.grove];
    const editors = await Promise.all(places.map(() => follow('partner-admin@alder')));

    await Promise.all(editors.map((editor, index) => sit(editor, places[index] ?? '')));

    await watcher.until((live) => places.every((place) => namesAt(live, place)?.length === 1));
    for (const editor of editors) await editor[Symbol.asyncDispose]();
  });

  test('[L9] greets who comes later', async () => {
    await using editor = await follow('partner-admin@alder');
    await sit(editor, acme);

    await using watcher = await follow('partner-reader@alder');

    await watcher.until((live) => namesAt(live)?.length === 1);
  });

  test('[L9] counts several tabs of one person once', async () => {
    await using watcher = await follow('partner-reader@alder');
    await using first = await follow('partner-admin@alder');
    await using second = await follow('partner-admin@alder');

    await sit(first, acme, { view: 'details' });
    await sit(second, acme, { field: 'organisation:x:description' });

    await watcher.until((live) => Boolean(live.presence.get(acme)?.[0]?.field));
    expect(watcher.presence.get(acme)).toMatchObject([{ view: 'details' }]);
  });

  test.each<[string, (live: LiveSocket) => Promise<unknown>]>([
    ['given up', (live) => live.ask('presence', null)],
    ['taken elsewhere', (live) => sit(live, world.ids.beta)],
    ['left with the connection', (live) => live[Symbol.asyncDispose]()],
  ])('[L9] ends when it is %s', async (_, leave) => {
    await using watcher = await follow('partner-reader@alder');
    await using editor = await follow('partner-admin@alder');
    await sit(editor, acme);
    await watcher.until((live) => namesAt(live)?.length === 1);

    await leave(editor);

    await watcher.until((live) => namesAt(live)?.length === 0);
  });

  test('[L9] ends with the access to the place', async () => {
    await using ours = await createWorld();
    await using watcher = await follow('partner-reader@alder', ours.ids.alder, ours);
    const editor = await ours.signIn('partner-admin@alder');
    await using seat = await editor.socket();
    await sit(seat, ours.ids.acme);
    await watcher.until((live) => namesAt(live, ours.ids.acme)?.length === 1);
    const { grants } = await editor.who();

    bodyOf(await ours.founder.delete(`/grants/${grants[0]?.id}`));

    await watcher.until((live) => namesAt(live, ours.ids.acme)?.length === 0);
  });

  test('[L9] is in no log', async () => {
    await using editor = await follow('partner-admin@alder');
    const before = await headOf(world.em);

    await sit(editor, acme, { view: 'details' });

    expect(await headOf(world.em)).toBe(before);
  });

  test('is refused where one cannot be', async () => {
    await using stranger = await follow('partner-admin@birch', world.ids.birch);

    const answer = await sit(stranger, acme);

    expect(answer).toMatchObject({ ok: false, problem: { status: 404 } });
  });

  test('is not told to a person of another partner', async () => {
    await using stranger = await follow('partner-admin@birch', world.ids.birch);
    await using watcher = await follow('partner-reader@alder');
    await using editor = await follow('partner-admin@alder');

    await sit(editor, acme);

    await watcher.until((live) => namesAt(live)?.length === 1);
    await stranger.roundTrip();
    expect(stranger.presence.size).toBe(0);
  });
});

describe('presence behind a closed barrier', () => {
  test('[L9] shows the inside everybody, the outside only themselves', async () => {
    await using ours = await createWorld();
    const { alder, north } = ours.ids;
    const insider = await ours.signIn('partner-admin@alder');
    await using inside = await follow('partner-reader@alder', alder, ours);
    bodyOf(await insider.put(ours.at('alder', '/access'), { managementMode: 'self-managed' }));
    await using outside = await follow('distributor-admin@north', north, ours);

    await sit(inside, alder);
    await sit(outside, alder);

    await inside.until((live) => namesAt(live, alder)?.length === 2);
    await outside.until((live) => namesAt(live, alder)?.length === 1);
    expect(namesAt(outside, alder)).toEqual(['distributor admin of north']);
  });
});
