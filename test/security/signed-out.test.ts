import { describe, expect, test } from 'vitest';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { shareWorld } from '../support/world.ts';
import { plainRows, rows } from './matrix.data.ts';

const world = await shareWorld();
const json = { 'content-type': 'application/json' };

/** What may be wrong with a request besides that nobody is signed in. */
const wrongs: Record<string, RequestInit> = {
  'nothing at all': {},
  'a body that is not JSON': { headers: json, body: '{' },
  'a list': { headers: json, body: '[]' },
  'fields that nobody knows': { headers: json, body: '{"planet":"Mars"}' },
  'a text that no database takes': {
    headers: json,
    body: '{"email":"\\u0000","reason":"\\ud800"}',
  },
  'another media type': { headers: { 'content-type': 'text/plain' }, body: 'planet' },
  'a version that is none': { headers: { ...json, 'if-match': 'seven' }, body: '{}' },
  'a long key': { headers: { ...json, 'idempotency-key': 'k'.repeat(300) }, body: '{}' },
};

const closed = [
  ...rows.map(({ route }) => route),
  ...plainRows.filter(({ signedOut }) => signedOut === 401).map(({ route }) => route),
];
const reads = [...rows, ...plainRows]
  .map(({ route }) => route)
  .filter((route) => /^GET/.test(route));

describe('nobody', () => {
  test.each([...new Set(closed)])('learns no more than that of %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const told = new Map<string, string>();

    for (const [wrong, { body, ...init }] of Object.entries(wrongs)) {
      const where = `${path.replace(/:\w+/, world.ids.acme)}?limit=many&action=fly`;
      const request = method === 'GET' || !body ? init : { ...init, body };
      const { status, text } = await world.stranger().raw(method, where, request);
      told.set(wrong, `${status} ${text}`);
    }

    expect([...new Set(told.values())]).toEqual([expect.stringMatching(/^401 .*auth\.required/)]);
  });

  test('learns neither from a body that is too large nor from a token that is none', async () => {
    const large = { headers: json, body: `"${'x'.repeat(1024 * 1024)}"` };
    const token = { headers: { authorization: 'Bearer cnp_unknown' } };
    const { ids } = world;

    const answers = [
      await world.stranger().raw('POST', '/organisations', large),
      await world.stranger().raw('PATCH', `/organisations/${ids.acme}`, large),
      await world.stranger().raw('DELETE', '/auth/sessions', token),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  });

  test('is who holds a session whose home is suspended meanwhile', async () => {
    const gone = await world.signIn('tenant-admin@delta');
    const { cookie } = gone;
    await world.em.execute(`update organisations set status = 'suspended' where id = ?`, [
      world.ids.delta,
    ]);

    gone.cookie = cookie;
    const answer = await gone.post('/organisations', { planet: 'Mars' });
    await world.em.execute(`update organisations set status = 'active' where id = ?`, [
      world.ids.delta,
    ]);

    expect([answer.status, answer.body.code]).toEqual([401, 'auth.required']);
  });
});

describe('what is only glanced at', () => {
  const glances: Record<string, [method: string, headers: Record<string, string>]> = {
    'by HEAD': ['HEAD', {}],
    'by a browser that reads ahead': ['GET', { 'sec-purpose': 'prefetch;prerender' }],
  };

  test.each(Object.entries(glances))('%s leaves no record, whatever it is', async (_, how) => {
    const [method, headers] = how;
    await world.founder.put(world.at('beta', '/access'), { managementMode: 'self-managed' });
    const inside = await world.signIn('tenant-admin@beta');
    await inside.put(world.at('beta', '/access'), { managementMode: 'self-managed' });
    const before = await world.em.count(AuditRecord);
    const statuses = new Set<number>();

    for (const route of new Set(reads)) {
      for (const id of [world.ids.beta, world.ids.acme]) {
        const path = (route.split(' ')[1] ?? '').replace(/:\w+/, id);
        const session = Math.abs(path.length % 2) === 0 ? world.founder : world.stranger();
        for (const by of [session, world.founder]) {
          statuses.add((await by.raw(method, path, { headers })).status);
        }
      }
    }

    expect(await world.em.count(AuditRecord)).toBe(before);
    expect(statuses).toContain(200);
    expect(statuses).toContain(403);
    expect(statuses).toContain(405);
  });

  test('is told so where it would do something', async () => {
    const answer = await world.founder.raw('GET', '/audit/export', {
      headers: { 'sec-purpose': 'prefetch' },
    });

    expect([answer.status, answer.body.code]).toEqual([405, 'request.glance']);
    expect(answer.headers.get('allow')).toBe('GET');
  });
});
