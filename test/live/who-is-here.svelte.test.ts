import { expect, test } from 'vitest';
import { Audience } from '../../client/live/audience.ts';
import type { PresenceEvent } from '../../client/live/connection.svelte.ts';
import type { Live } from '../../client/live/live.svelte.ts';
import { Presence } from '../../client/live/presence.svelte.ts';

/** Who is here, as a page keeps it, on a line that the test tells what comes over it. */
function onLine() {
  const told = new Audience<[PresenceEvent | null]>();
  const connected = new Audience<[]>();
  const said: unknown[] = [];
  const connection = {
    isUp: true,
    ask: (_: string, where: unknown) => {
      said.push(where);
      return Promise.resolve();
    },
  };
  const live = {
    connection,
    onPresence: told.join.bind(told),
    onConnected: connected.join.bind(connected),
  };
  const presence = new Presence(live as unknown as Live, () => 'ann');
  const stop = presence.start();
  const person = { displayName: 'Ben', view: null, field: null, since: '2026-01-01T00:00:00Z' };
  const ben = { accountId: 'ben', ...person };
  return {
    presence,
    connection,
    said,
    connected,
    told,
    ben,
    tellOfBen: () => {
      told.tell({ organisationId: 'alder', people: [ben] });
    },
    [Symbol.dispose]: stop,
  };
}

test('who was told of while a connection was taken up is still here when it is up', () => {
  using line = onLine();
  line.told.tell(null);
  line.presence.show('alder', 'details');
  line.tellOfBen();
  line.connected.tell();

  expect(line.presence.at('alder')).toEqual([line.ben]);
  expect(line.said).toEqual(Array(2).fill({ organisationId: 'alder', view: 'details' }));
});

test('whom only an earlier connection told of is forgotten', () => {
  using line = onLine();
  line.tellOfBen();
  line.told.tell(null);

  expect(line.presence.at('alder')).toEqual([]);
});

test('nobody is known to be here while live updates are blocked', () => {
  using line = onLine();
  line.tellOfBen();
  line.connection.isUp = false;
  line.connected.tell();

  expect(line.presence.at('alder')).toEqual([]);
});
