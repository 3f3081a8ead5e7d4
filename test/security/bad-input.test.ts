import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import { newId } from '../../server/core/new-id.ts';
import { billingOf } from '../support/places.ts';
import type { Answer } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { rows } from './matrix.data.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');
const outsider = await world.signIn('partner-admin@birch');

const { alder, acme, birch, grove, north } = world.ids;
const billing = billingOf('Omega');
const { address, contact } = billing;
const tenant = { kind: 'tenant', parentId: alder, displayName: 'Omega', billing };
const folder = { kind: 'folder', billing: undefined };
const eve = { email: 'eve@acme.example', displayName: 'Eve' };
const json = { 'content-type': 'application/json' };
const any = { ifMatch: '*' };

type Case = [title: string, field: string, request: () => Promise<Answer<unknown>>];

const create = (fields: object) => () => admin.post('/organisations', { ...tenant, ...fields });
const bill = (fields: object) => create({ billing: { ...billing, ...fields } });
const edit = (fields: unknown) => () => admin.patch(world.at('acme'), fields, any);
const list = (query: string) => () => admin.get(`/organisations?${query}`);
const invite = (fields: object) => () =>
  admin.post(world.at('acme', '/accounts'), { ...eve, ...fields });
const move = (place: 'alder' | 'acme', parentId: string) => () =>
  admin.post(world.at(place, '/move'), { parentId });
const send =
  (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = json) =>
  () =>
    admin.raw('POST', '/organisations', { body, headers });

const invalid: Case[] = [
  ['an unknown kind', 'kind', create({ kind: 'galaxy' })],
  ['a second platform', 'kind', create({ kind: 'platform' })],
  ['a parent that is no id', 'parentId', create({ parentId: 'alder' })],
  ['an organisation beneath itself', 'parentId', move('alder', grove)],
  ['a tenant without billing', 'billing', create({ billing: undefined })],
  ['a folder with billing', 'billing', create({ kind: 'folder' })],
  [
    'a self-managed folder',
    'managementMode',
    create({ ...folder, managementMode: 'self-managed' }),
  ],
  [
    'an unknown country',
    'billing.address.country',
    bill({ address: { ...address, country: 'XX' } }),
  ],
  ['a small country', 'billing.address.country', bill({ address: { ...address, country: 'de' } })],
  ['an unknown currency', 'billing.currency', bill({ currency: 'EURO' })],
  ['a wrong address', 'billing.contact.email', bill({ contact: { ...contact, email: 'nowhere' } })],
  ['a wrong number', 'billing.contact.phone', bill({ contact: { ...contact, phone: 'call me' } })],
  ['a planet', 'billing.address.planet', bill({ address: { ...address, planet: 'Mars' } })],
  ['an empty name', 'displayName', create({ displayName: '' })],
  ['a name of spaces', 'displayName', create({ displayName: '   ' })],
  ['a name of 201 characters', 'displayName', create({ displayName: 'x'.repeat(201) })],
  ['a name that shows nothing', 'displayName', create({ displayName: '\u200b\u2060' })],
  ['a name of a filler', 'displayName', edit({ displayName: '\u3164' })],
  ['a person called by nothing', 'displayName', invite({ displayName: '\u00ad\ufe0f' })],
  ['a currency that ended', 'billing.currency', bill({ currency: 'BGN' })],
  ['a name that is a number', 'displayName', edit({ displayName: 7 })],
  ['a name that is null', 'displayName', edit({ displayName: null })],
  ['a name with a NUL', 'displayName', edit({ displayName: 'Ac\0me' })],
  ['half of a character', 'displayName', edit({ displayName: '\ud83c' })],
  ['a description of 2,001 characters', 'description', edit({ description: 'x'.repeat(2001) })],
  ['an external id of 257 characters', 'externalId', edit({ externalId: 'x'.repeat(257) })],
  ['an empty external id', 'externalId', edit({ externalId: '' })],
  ['an unknown field', 'colour', edit({ colour: 'green' })],
  ['a field that is the server’s', 'status', edit({ status: 'suspended' })],
  ['a field called __proto__', '__proto__', send('{"__proto__":{"kind":"tenant"}}')],
  ['a list for a record', '', edit([])],
  ['null for a record', '', edit(null)],
  ['100,000 brackets', '', send('['.repeat(100_000) + ']'.repeat(100_000))],
  [
    'a version without quotes',
    'If-Match',
    () => admin.patch(world.at('acme'), {}, { ifMatch: '7' }),
  ],
  ['a page of nothing', 'limit', list('limit=0')],
  ['a page of 201', 'limit', list('limit=201')],
  ['a page of many', 'limit', list('limit=many')],
  ['a page by sixteens', 'limit', list('limit=0x10')],
  ['a page by a power', 'limit', list('limit=1e1')],
  ['a page with a sign', 'limit', list('limit=%2B5')],
  ['a page with a space', 'limit', list('limit=%2010')],
  ['two limits', 'limit', list('limit=1&limit=2')],
  ['an unknown order', 'sort', list('sort=colour')],
  ['an unknown kind to filter by', 'kind', list('kind=galaxy')],
  ['an unknown filter', 'colour', list('colour=green')],
  ['a search for a NUL', 'q', list('q=%00')],
  [
    'an idempotency key of 201 characters',
    'Idempotency-Key',
    () => admin.post('/organisations', tenant, { idempotencyKey: 'x'.repeat(201) }),
  ],
  ['an invitation to nowhere', 'email', invite({ email: 'eve' })],
  [
    'an invitation with an unknown role',
    'grants.0.role',
    invite({ grants: [{ role: 'Emperor' }] }),
  ],
  [
    'an invitation with two roles',
    'grants',
    invite({ grants: [{ role: 'TenantReader' }, { role: 'TenantAdministrator' }] }),
  ],
  ['a partner’s role at a tenant', 'role', invite({ grants: [{ role: 'PartnerReader' }] })],
  [
    'a role for a user of services',
    'grants',
    invite({ type: 'user', grants: [{ role: 'TenantReader' }] }),
  ],
  [
    'a door ajar',
    'managementMode',
    () => admin.put(world.at('alder', '/access'), { managementMode: 'ajar' }),
  ],
  [
    'an unknown delegation',
    'selfProvisioning.tenant.fly',
    () =>
      admin.patch(
        world.at('alder', '/settings'),
        { selfProvisioning: { 'tenant.fly': 'allow' } },
        any,
      ),
  ],
  [
    'an unknown action to explain',
    'action',
    () => admin.get(`/access/explain?action=organisation.fly&at=${acme}`),
  ],
];

const refused: [title: string, status: number, code: string, request: Case[2]][] = [
  ['a parent that does not exist', 404, 'not-found', create({ parentId: newId() })],
  ['a parent outside the scope', 404, 'not-found', create({ parentId: birch })],
  ['a parent above the scope', 404, 'not-found', create({ parentId: north })],
  ['a move to another partner', 404, 'not-found', move('acme', birch)],
  ['a unit below a partner', 403, 'access.denied', create({ kind: 'unit', billing: undefined })],
  ['malformed JSON', 400, 'request.malformed', send('{"kind": "ten')],
  ['an empty body', 400, 'request.malformed', send('')],
  ['words', 415, 'request.media-type', send('kind=tenant', { 'content-type': 'text/plain' })],
  ['a form', 415, 'request.media-type', send(new URLSearchParams({ kind: 'tenant' }), {})],
  ['a body of no type', 415, 'request.media-type', send(new TextEncoder().encode('{}'), {})],
  ['a body over 1 MiB', 413, 'request.too-large', create({ description: 'x'.repeat(1024 * 1024) })],
  [
    'an edit of no version',
    428,
    'request.precondition-required',
    () => admin.patch(world.at('acme'), { description: 'x' }),
  ],
  [
    'a version that never was',
    409,
    'version.conflict',
    () => admin.patch(world.at('acme'), { description: 'x' }, { ifMatch: 99 }),
  ],
  ['a path that is no text', 404, 'not-found', () => admin.get('/organisations/%ff%00')],
  ['an unknown route', 404, 'not-found', () => admin.get('/galaxies')],
  ['an unknown method', 404, 'not-found', () => admin.put(world.at('acme'), {})],
];

describe('a request that cannot be taken', () => {
  test.each(invalid)('names %s as %s', async (_, field, request) => {
    const before = await headOf(world.em);

    const answer = await request();

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    expect(fieldsOf(answer)).toContain(field);
    expect(await headOf(world.em)).toBe(before);
  });

  test.each(refused)('answers %s with %d %s', async (_, status, code, request) => {
    const before = await headOf(world.em);

    const answer = await request();

    expect(answer).toMatchObject({
      status,
      body: { status, code, type: `urn:canopy:problem:${code}` },
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await headOf(world.em)).toBe(before);
  });

  test('is refused without the length that would tell its size', async () => {
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < 17; sent += 1) controller.enqueue(Buffer.alloc(65_536, ' '));
        controller.close();
      },
    });

    const init = { body: chunks, headers: json, duplex: 'half' } as RequestInit;
    const answer = await admin.raw('POST', '/organisations', init);

    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
  });
});

describe('a write from another site', () => {
  const { port } = new URL(world.url);

  test.each([
    ['another site', 'https://evil.example'],
    ['no site at all', 'null'],
    ['another port of this host', 'http://127.0.0.1:1'],
    ['the same host over https', `https://127.0.0.1:${port}`],
    ['a name that only begins alike', `http://127.0.0.1.evil.example:${port}`],
  ])('is refused from %s', async (_, origin) => {
    const before = await headOf(world.em);

    const answer = await admin.post('/organisations', tenant, { headers: { origin } });

    expect(answer).toMatchObject({ status: 403, body: { code: 'request.foreign-origin' } });
    expect(await headOf(world.em)).toBe(before);
  });

  test('is refused when only the browser says so', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };

    const answer = await admin.post('/organisations', tenant, { headers });

    expect(answer).toMatchObject({ status: 403, body: { code: 'request.foreign-origin' } });
  });

  test('leaves a read alone, which the other site cannot see', async () => {
    const headers = { origin: 'https://evil.example' };

    const answer = await admin.get(world.at('acme'), { headers });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('an id outside the scope', () => {
  const withId = rows.filter(({ route, of }) => route.includes('/organisations/:id') && !of);

  test.each(withId)('[A1] looks unknown to who wants to $operation', async ({ route, body }) => {
    const [method = '', path = ''] = route.split(' ');
    const text = JSON.stringify(body)?.replace(/"@\w+"/, `"${birch}"`);
    const to = (id: string) =>
      outsider.raw(method, path.replace(':id', id), {
        headers: { 'if-match': '*', ...(text && json) },
        ...(text && { body: path.endsWith('accounts') ? JSON.stringify(eve) : text }),
      });

    const hidden = await to(acme);
    const unknown = await to(newId());
    const nonsense = await to('acme');

    expect(hidden.status).toBe(404);
    expect([unknown.text, nonsense.text]).toEqual([hidden.text, hidden.text]);
    expect([...unknown.headers.keys()]).toEqual([...hidden.headers.keys()]);
  });

  test('[A1] looks unknown as an account, a role and a question too', async () => {
    const { account, grants } = await admin.who();
    const explain = '/access/explain?action=directory.view&at=';

    const read = (path: string, id: string | undefined) => outsider.get(path.replace('*', `${id}`));
    const hidden = [
      await read('/accounts/*', account.id),
      await read('/accounts/*/grants', account.id),
      await read(`${explain}*`, acme),
      await outsider.delete(`/grants/${grants[0]?.id}`),
    ];
    const unknown = [
      await read('/accounts/*', newId()),
      await read('/accounts/*/grants', newId()),
      await read(`${explain}*`, newId()),
      await outsider.delete(`/grants/${newId()}`),
    ];

    expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(hidden.map(({ text }) => text)).toEqual(unknown.map(({ text }) => text));
  });
});

/** The fields that an answer finds fault with. */
function fieldsOf({ body }: Answer<unknown>): string[] {
  const { errors = [] } = body as { errors?: { path: string }[] };
  return errors.map(({ path }) => path);
}
