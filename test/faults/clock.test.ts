import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../server/core/clock.ts';
import { stateOf } from '../support/faults.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld } from '../support/world.ts';

/** Twice as many, a second apart, are more than a socket may send within one second. */
const PACKETS = 60;

describe.each([
  ['an hour back', -HOUR],
  ['twenty minutes forward', 20 * MINUTE],
  ['a day back', -DAY],
])('a wall clock that jumps %s', (_, jump) => {
  test('ends no session, silences no socket and loses no edit', async () => {
    await using world = await createWorld();
    const { alder } = world.ids;
    const editor = await world.signIn('partner-admin@alder');
    const reader = await world.signIn('partner-reader@alder');
    await using live = await reader.socket();
    await live.subscribe({ scope: 'subtree', organisationId: alder });
    const describeAs = async (description: string) =>
      bodyOf(await editor.patch(world.at('alder'), { description }, { ifMatch: '*' }));
    await describeAs('before the jump');

    world.clock.setWall(jump);
    await describeAs('after the jump');
    for (const view of ['overview', 'details']) {
      for (let sent = 0; sent < PACKETS; sent += 1) {
        expect(await live.ask('presence', { organisationId: alder, view })).toEqual({ ok: true });
      }
      world.clock.advance(1.1 * SECOND);
    }
    await describeAs('long after the jump');

    await live.until(({ changes }) => changes.length >= 3);
    const told = live.changes.map(({ fields }) => fields);
    expect(told).toMatchObject([
      { description: 'before the jump' },
      { description: 'after the jump' },
      { description: 'long after the jump' },
    ]);
    const seqs = live.changes.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((one, other) => one - other));
    await live.until(({ presence }) => presence.get(alder)?.length === 1);
    expect(await stateOf(world.url, '/readyz')).toMatchObject({ code: 200, status: 'ready' });
    expect((await reader.who()).account.displayName).toBe('partner reader of alder');
  });
});
