import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { bestEncoding } from '../../server/core/http/accept-encoding.ts';
import { clientFiles } from '../../server/core/http/client-files.ts';
import { isOfVisitors, pages } from '../../shared/core/pages.ts';
import { pageSources } from '../support/page-sources.ts';
import { builtClient } from '../support/built-client.ts';

const client = await builtClient();
const app = new Hono().route('/', clientFiles(client.folder));
const scripts = readdirSync(join(client.folder, 'assets')).filter((name) => name.endsWith('.js'));
const script = `/assets/${scripts[0] ?? ''}`;
const plain = readFileSync(join(client.folder, script));

function get(path: string, headers: Record<string, string> = {}) {
  return app.request(path, { headers });
}

async function bytes(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

/** The frame around the pages of those who are signed in, which opens the live connection. */
const FRAME = 'app/frame/Shell.svelte';
const line = Object.keys(client.manifest).filter((key) => key.includes('/socket.io-client/'));

/** The scripts of the build that have come before a page is drawn. */
function scriptsOf(sources: readonly string[]): string[] {
  const isFramed = sources.includes(FRAME);
  const wanted = new Set<string>();
  const add = (key: string): void => {
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const imported of client.manifest[key]?.imports ?? []) add(imported);
  };
  for (const key of ['index.html', ...sources, ...(isFramed ? line : [])]) add(key);
  return [...wanted].flatMap((key) => client.manifest[key]?.file ?? []);
}

/** An address of this page, with something in the place of each name. */
function addressOf(page: string): string {
  return page.replaceAll(/:\w+/g, 'some-thing');
}

describe('a file of the build', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('comes compressed as %s to whoever takes that', async (encoding, unpack) => {
    const response = await get(script, { 'accept-encoding': encoding });

    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(unpack(await bytes(response))).toEqual(plain);
  });

  test('comes as it is to others, and says that it may come otherwise', async () => {
    const response = await get(script, { 'accept-encoding': 'gzip;q=0, zstd' });

    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await bytes(response)).toEqual(plain);
  });

  test('has a tag for each encoding, by which it need not come again', async () => {
    const [packed, bare] = await Promise.all([
      get(script, { 'accept-encoding': 'br' }),
      get(script),
    ]);
    const etag = packed.headers.get('etag') ?? '';
    const again = await get(script, { 'accept-encoding': 'br', 'if-none-match': etag });

    expect(etag).not.toBe(bare.headers.get('etag'));
    expect([again.status, (await bytes(again)).length]).toEqual([304, 0]);
  });

  test('is cut into parts as it is, compressed or not', async () => {
    const response = await get(script, { range: 'bytes=10-19', 'accept-encoding': 'br, gzip' });

    expect(response.status).toBe(206);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await bytes(response)).toEqual(plain.subarray(10, 20));
  });
});

describe('what is not there', () => {
  test.each([
    '/assets/gone-123.js',
    '/assets/gone-123.css',
    '/assets/',
    '/assets/../index.html',
    `${script}.br`,
    `${script}.map`,
    '/.vite/manifest.json',
    '/.env',
    '/robots.txt',
    '/favicon.ico',
    '/organisations/app.js/x.js',
    '/assets/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
  ])('%s is a 404 and not the page', async (path) => {
    const response = await get(path);

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type') ?? '').not.toContain('html');
  });

  test.each([
    '/nowhere',
    '/organisations',
    '/organisations/%E0%A4%A',
    '/invitations/%',
    '/a/b/c/d',
  ])('%s is a 404, with the page that says so', async (path) => {
    const response = await get(path);

    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<title>Canopy</title>');
  });
});

describe('the page', () => {
  test.each(pages)('is the answer at %s, asked about each time', async (page) => {
    const response = await get(addressOf(page), { 'accept-encoding': 'gzip' });
    const html = gunzipSync(await bytes(response)).toString();

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(html.includes('class="first-frame"')).toBe(!isOfVisitors(page));
  });

  test('need not come again while it is the same', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';

    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  test('draws its frame before its styles and scripts have come, by no script of its own', async () => {
    const html = await (await get('/')).text();

    expect(html.indexOf('class="first-frame"')).toBeLessThan(html.indexOf('rel="stylesheet"'));
    expect([...html.matchAll(/<script(?![^>]* src=)/g)]).toEqual([]);
  });
});

/** What a page may cost on a slow line, as gzip packs it. */
const MOST_BYTES = 130 * 1024;

/** Pages that cost more: they grew while the live connection was counted nowhere, and only shrink. */
const MORE_BYTES: Record<string, number> = {
  '/account': 142_500,
  '/organisations/:id': 143_000,
  '/organisations/:id/access': 145_000,
  '/organisations/:id/accounts': 144_800,
  '/organisations/:id/accounts/:accountId': 135_400,
  '/organisations/:id/activity': 134_700,
  '/organisations/:id/audit': 143_400,
  '/organisations/:id/billing': 138_200,
  '/organisations/:id/details': 139_000,
  '/organisations/:id/documents': 134_000,
  '/organisations/:id/onboarding': 137_000,
  '/organisations/:id/settings': 136_800,
};

describe('the scripts that come before a page is drawn', () => {
  test('hold the live connection wherever the frame is', () => {
    const framed = [...pageSources().values()].filter((sources) => sources.includes(FRAME));
    const opens = (file: string) =>
      readFileSync(join(client.folder, file), 'utf8').includes('/socket.io');

    expect(framed.length).toBeGreaterThan(10);
    for (const sources of framed) expect(scriptsOf(sources).some(opens)).toBe(true);
  });

  test.each([...pageSources()])('are at most 130 KB at %s', (address, sources) => {
    const sizes = scriptsOf(sources).map(
      (file) => gzipSync(readFileSync(join(client.folder, file))).length,
    );

    expect(sizes.length).toBeGreaterThan(sources.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(
      MORE_BYTES[address] ?? MOST_BYTES,
    );
  });
});

test('endpoints are there before any module that begins with one: their file imports none', () => {
  const files = Object.values(client.manifest).filter(({ name }) => name === 'endpoints');

  expect(files.map(({ imports = [] }) => imports)).toEqual([[]]);
});

test('the router and the server know the same pages', () => {
  const known = [...pageSources().keys()].filter((address) => address !== '*');

  expect(known.sort()).toEqual([...pages].sort());
});

describe('the encoding that is chosen', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.5 , gzip;q=1', 'br'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %s', (header, encoding) => {
    expect(bestEncoding(header)).toBe(encoding);
  });
});
