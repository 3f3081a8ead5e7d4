import { describe, expect, test } from 'vitest';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();

async function read(path: string) {
  const response = await fetch(world.url + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

interface Operation {
  operationId?: string;
  tags?: string[];
  summary?: string;
}

describe('a server that runs', () => {
  test('is alive', async () => {
    expect(await read('/healthz')).toMatchObject({ status: 200, text: '{"status":"alive"}' });
  });

  test('is ready once its feed has reached the log', async () => {
    await world.settled();

    expect(await read('/readyz')).toMatchObject({
      status: 200,
      text: '{"status":"ready","behind":0}',
    });
  });

  test('counts its requests for Prometheus', async () => {
    await read('/healthz');

    const { text } = await read('/metrics');

    expect(text).toMatch(/canopy_http_request_seconds_count\{method="GET",status="200"\} \d+/);
  });

  test('describes every route of its API', async () => {
    const { text } = await read('/api/openapi.json');
    const { paths, servers } = JSON.parse(text) as {
      paths: Record<string, Record<string, unknown>>;
      servers?: unknown;
    };

    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = world.server.running.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .filter(({ path }) => !/^\/api\/(docs|openapi)/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);

    expect(servers).toBeUndefined(); // the paths are whole as they are
    expect(described.sort()).toEqual([...new Set(served)].sort());
  });

  test('names every operation once, and says whose it is and what for', async () => {
    const { text } = await read('/api/openapi.json');
    const { paths } = JSON.parse(text) as {
      paths: Record<string, Record<string, Operation>>;
    };
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    const features = world.server.running.context.features.map(({ name }) => name);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { operationId, tags, summary } of operations) {
      expect(operationId).toMatch(/^[a-z]+[A-Za-z]*$/);
      expect(features, operationId).toContain(tags?.[0]);
      expect(summary, operationId).toBeTruthy();
    }
  });

  test.each(['/healthz', '/api/setup', '/api/nothing'])(
    'guards %s by its headers',
    async (path) => {
      const { headers } = await read(path);

      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  test('lets nobody store what the API answers', async () => {
    const { headers } = await read('/api/setup');

    expect(headers.get('cache-control')).toBe('no-store');
  });
});
