import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Departure, IssuerFound, Provider } from '../../shared/federation/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { providerFetch } from '../../server/federation/provider-fetch.ts';
import { comeBack, connect, depart, roundTrip } from '../support/federation.ts';
import { HostileProvider } from '../support/hostile-provider.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const hostile = await HostileProvider.start();
afterAll(() => hostile[Symbol.asyncDispose]());

beforeEach(() => {
  Object.assign(hostile, { metadata: {}, isBasicOnly: false, isEndless: false, discoveries: 0 });
});

/** Tries a provider the real way; the checks of the test that failed last. */
async function tried({ id }: Provider, forgery = {}) {
  const there = new URL(
    bodyOf(await world.founder.post<Departure>(`/federation/providers/${id}/test`)).url,
  );
  await roundTrip(world.founder, { hostile, id, there }, forgery);
  const { items } = bodyOf(await world.founder.get<Page<Provider>>('/federation/providers'));
  return items.find((item) => item.id === id)?.test?.checks ?? [];
}

describe('[F13] a provider that answers without end', () => {
  test('is cut off, asked once by all who come, and not asked again at once', async () => {
    const { id } = await connect(world, hostile.connection);
    hostile.isEndless = true;

    const pages = await Promise.all([1, 2, 3].map(() => depart(world.stranger(), id)));
    const later = await depart(world.stranger(), id);

    for (const page of [...pages, later]) expect(page.search).toBe('?problem=unreachable');
    expect(hostile.discoveries).toBe(1);
  });
});

describe('[F13] a provider in a private network', () => {
  test.each([
    'https://127.0.0.1/x',
    'https://localhost/x',
    'https://10.0.0.1/x',
    'https://169.254.169.254/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://0.0.0.0/x',
  ])('is not connected to: %s', async (url) => {
    const asked = providerFetch([])(url, { method: 'GET' });

    await expect(asked).rejects.toThrow(/private network/);
  });

  test('is, where the operator named the network', async () => {
    const asked = providerFetch(['127.0.0.0/8'])('https://127.0.0.1:1/x', { method: 'GET' });

    await expect(asked).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('what a provider says of itself', () => {
  test.each(['javascript:alert(1)', 'ftp://elsewhere.example', 'data:text/html,x', ''])(
    '[F13] sends nobody to %s',
    async (address) => {
      hostile.metadata = { authorization_endpoint: address };
      const { id } = await connect(world, hostile.connection);

      const page = await depart(world.stranger(), id);

      expect(page.search).toBe('?problem=unreachable');
    },
  );

  test.each([
    ['names only the header', ['client_secret_basic']],
    ['names nothing', undefined],
  ])('[F13] %s, so the secret goes there', async (_, methods) => {
    hostile.metadata = { token_endpoint_auth_methods_supported: methods };
    hostile.isBasicOnly = true;
    const provider = await connect(world, { ...hostile.connection, clientSecret: 'known to both' });

    const checks = await tried(provider);

    expect(checks.every(({ ok }) => ok)).toBe(true);
  });
});

describe('[F14] the test of a provider', () => {
  test('names a client that was refused', async () => {
    hostile.metadata = { token_endpoint_auth_methods_supported: ['client_secret_post'] };
    hostile.isBasicOnly = true;
    const provider = await connect(world, { ...hostile.connection, clientSecret: 'known to both' });

    expect((await tried(provider)).at(-1)?.detail).toContain('invalid_client');
  });

  test('names a token that is signed with a shared secret', async () => {
    const provider = await connect(world, hostile.connection);

    const checks = await tried(provider, { isShared: true });

    expect(checks.at(-1)).toMatchObject({ name: 'Signature', ok: false });
    expect(checks.at(-1)?.detail).toContain('choose a signing key');
  });
});

describe('the issuer at an address', () => {
  const find = (address: string) =>
    world.founder.get<IssuerFound>(`/federation/issuer?${new URLSearchParams({ address })}`);

  test.each([
    ['as it is', (issuer: string) => issuer],
    ['with a slash too many', (issuer: string) => `${issuer}/`],
    ['of its metadata', (issuer: string) => `${issuer}/.well-known/openid-configuration`],
    ['in capitals', (issuer: string) => issuer.replace('http', 'HTTP')],
  ])('is what the provider calls itself: %s', async (_, spelt) => {
    const { status, body } = await find(spelt(hostile.issuer));

    expect({ status, body }).toEqual({ status: 200, body: { issuer: hostile.issuer } });
  });

  test('is not found where nobody describes themselves', async () => {
    expect((await find('http://127.0.0.1:1')).status).toBe(409);
  });

  test('[F7] is looked up for those alone who may connect providers', async () => {
    const reader = await world.signIn('platform-reader@platform');

    const answer = await reader.get(`/federation/issuer?address=${hostile.issuer}`);

    expect(answer.status).toBe(403);
  });
});

test.each([
  { kind: 'entra', tenant: '{tenantid}' },
  { kind: 'entra', tenant: 'a b' },
  { kind: 'entra', tenant: '../../evil' },
  { kind: 'oidc', issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' },
  { kind: 'oidc', issuer: 'https://login.example:0' },
  { kind: 'oidc', issuer: 'https://login.example/.well-known/openid-configuration' },
])('what can never work is refused in the form: %j', async (fields) => {
  const input = { label: 'Any', clientId: 'canopy', directories: ['a'], ...fields };

  const answer = await world.founder.post('/federation/providers', input);

  expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
});

describe('[F3] the used address of an answer, loaded again', async () => {
  const provider = await connect(world, hostile.connection);

  test('leads whoever is signed in to where they wanted to go', async () => {
    const ann = await world.signIn('tenant-admin@acme');
    const link = await depart(ann, provider.id, '/account?tab=a');
    const query = { code: 'any', state: link.searchParams.get('state') ?? '' };
    await roundTrip(ann, { hostile, id: provider.id, there: link });

    const again = await comeBack(ann, provider.id, query);

    expect(again.pathname + again.search).toBe('/account?tab=a');
  });

  test('has whoever is not begin again, on the way to the same page', async () => {
    const stranger = world.stranger();
    const way = await depart(stranger, provider.id, '/organisations/x');
    const query = { code: 'any', state: way.searchParams.get('state') ?? '' };
    await comeBack(stranger, provider.id, query);

    const again = await comeBack(stranger, provider.id, query);

    expect(again.pathname).toBe('/sign-in');
    expect(again.searchParams.get('next')).toBe('/organisations/x');
  });
});
