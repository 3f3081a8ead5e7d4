import { afterEach, describe, expect, test } from 'vitest';
import { newId } from '../../server/core/new-id.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { Session } from '../support/session.ts';
import { LiveSocket, Refused } from '../support/socket.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const reader = await world.signIn('partner-reader@alder');
const editor = await world.signIn('partner-admin@alder');

const { acme, alder, birch } = world.ids;
const { url } = world;
const origin = url;

/** Whatever happened, others still get what is theirs. */
afterEach(async () => {
  await using live = await reader.socket();
  await live.subscribe({ scope: 'record', organisationId: acme });

  await editor.patch(world.at('acme'), { description: newId() }, { ifMatch: '*' });

  await live.until(({ changes }) => changes.length === 1);
});

describe('a handshake', () => {
  test.each([
    ['without a cookie', { origin }],
    ['with a cookie of nobody', { origin, cookie: 'canopy=nobody' }],
    ['with a cookie that is none', { origin, cookie: ';;=%%%; canopy' }],
    ['without an origin', { cookie: reader.cookie }],
  ])('%s is unauthenticated', async (_, headers) => {
    const refusal = await LiveSocket.open(url, headers as Record<string, string>).catch(same);

    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ data: { code: 'unauthenticated' } });
  });

  test('after signing out is unauthenticated', async () => {
    const session = await world.signIn('partner-reader@alder');
    const { cookie } = session;
    await session.post('/auth/sign-out');

    const refusal = await LiveSocket.open(url, { origin, cookie }).catch(same);

    expect(refusal).toMatchObject({ data: { code: 'unauthenticated' } });
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', url.replace('http', 'https')])(
    'from %s opens no WebSocket',
    async (foreign) => {
      const elsewhere = new Session(url, reader.cookie, foreign);

      await expect(RawSocket.open(elsewhere)).rejects.toThrow('No WebSocket was opened.');
    },
  );

  test('by polling is refused', async () => {
    const response = await fetch(`${url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin, cookie: reader.cookie },
    });

    expect(response.status).toBe(400);
  });

  test('that is given up half-way leaves nothing behind', async () => {
    const session = await world.signIn('tenant-reader@acme');
    const hangUp = async () => {
      const raw = await RawSocket.open(session);
      raw.send('40');
      await raw.close();
    };
    // While this transaction holds the database, no handshake comes to its end.
    await world.em.transactional(async () => {
      for (let count = 0; count < 60; count += 1) await hangUp();
    });

    await using live = await session.socket();

    expect(live.isConnected).toBe(true);
  });
});

describe('[L8] a packet', () => {
  const wanted = { scope: 'subtree', organisationId: alder };

  test.each<[string, string, unknown[]]>([
    ['nothing', 'subscribe', []],
    ['null', 'subscribe', [null]],
    ['a word', 'subscribe', ['alder']],
    ['a list', 'subscribe', [[wanted]]],
    ['an unknown scope', 'subscribe', [{ ...wanted, scope: 'everything' }]],
    ['an unknown topic', 'subscribe', [{ ...wanted, topics: ['weather'] }]],
    ['no topics', 'subscribe', [{ ...wanted, topics: [] }]],
    ['an unknown field', 'subscribe', [{ ...wanted, colour: 'green' }]],
    ['a number for an id', 'subscribe', [{ ...wanted, organisationId: 7 }]],
    ['a time before time', 'subscribe', [{ ...wanted, since: -1 }]],
    ['half a change', 'subscribe', [{ ...wanted, since: 0.5 }]],
    ['bytes', 'subscribe', [Buffer.from('alder')]],
    ['nothing', 'unsubscribe', []],
    ['nothing', 'digest', []],
    ['no end', 'digest', [{ ...wanted, topics: ['directory'], from: 0 }]],
    ['a word', 'presence', ['here']],
    ['a field of 201 characters', 'presence', [{ organisationId: alder, field: 'x'.repeat(201) }]],
  ])('of %s is refused by %s', async (_, event, payload) => {
    await using live = await reader.socket();

    const answer = await live.ask(event, ...payload);

    expect(answer).toMatchObject({ ok: false, problem: { status: 422, code: 'request.invalid' } });
  });

  test.each(['subscribe', 'unsubscribe', 'digest', 'presence'])(
    'of %s that asks for no answer is dropped',
    async (event) => {
      await using live = await reader.socket();

      live.send(event);
      live.send(event, null);
      live.send(event, wanted);
      live.send(event, wanted, 'not a function');
      await live.roundTrip();
      await editor.patch(world.at('alder'), { description: newId() }, { ifMatch: '*' });
      await world.settled();
      await live.roundTrip();

      expect(live.changes).toEqual([]);
    },
  );

  test('about what lies outside is answered as if it did not exist', async () => {
    await using live = await reader.socket();

    const hidden = await live.ask('subscribe', { scope: 'subtree', organisationId: birch });
    const unknown = await live.ask('subscribe', { scope: 'subtree', organisationId: newId() });
    const nonsense = await live.ask('subscribe', { scope: 'subtree', organisationId: 'birch' });

    expect(hidden).toMatchObject({ ok: false, problem: { status: 404, code: 'not-found' } });
    expect([unknown, nonsense]).toEqual([hidden, hidden]);
  });

  test('too many in a second is refused, and only to who sends it', async () => {
    await using loud = await reader.socket();
    await using quiet = await reader.socket();

    const packets = Array.from({ length: 300 }, () => loud.ask('subscribe', null));
    const answers = await Promise.all(packets);
    const calm = await quiet.subscribe({ scope: 'record', organisationId: alder });

    const codes = answers.map(({ problem }) => problem.code);
    expect(codes.filter((code) => code === 'request.too-many').length).toBeGreaterThanOrEqual(150);
    expect(codes[0]).toBe('request.invalid');
    expect(calm.ok).toBe(true);
  });
});

describe('[L8] a frame', () => {
  test.each([
    ['of nonsense', 'nonsense'],
    ['of an unknown kind', '9'],
    ['of an unfinished packet', '42["subscribe",'],
    ['of an event that only the server raises', '42["disconnect"]'],
    ['of an event without a name', '42[]'],
    ['of an event with a number for a name', '42[7]'],
    ['of an acknowledgement of nothing', '437[]'],
    ['of another namespace', '40/admin,'],
    ['over 64 KiB', `42["subscribe","${'x'.repeat(70_000)}"]`],
  ])('%s harms nobody', async (_, frame) => {
    const raw = await RawSocket.open(reader);
    raw.send('40');
    await raw.answered('40');

    raw.send(frame);
    raw.send('421["subscribe",null]');

    expect(await raw.answered('431')).toMatch(/^431|^closed$/);
    await raw.close();
  });
});

function same(error: unknown): unknown {
  return error;
}
