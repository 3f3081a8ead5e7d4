import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../support/world.ts';

const world = await createWorld();
const user = await world.signIn('user@acme');

afterAll(() => world[Symbol.asyncDispose]());

/** What is somebody’s own, whatever they are. */
const own = [
  '/auth/',
  '/docs',
  '/openapi.json',
  '/setup',
  '/mail',
  '/invitations/',
  '/account/',
  '/notices/preferences',
];

const routes = world.server.running.app.routes
  .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'))
  .map(({ path }) => path.slice('/api'.length))
  .filter((path) => !own.some((each) => path.startsWith(each)));

test.each([...new Set(routes)])('a user account is answered nothing by GET %s', async (route) => {
  const id = world.at('acme').split('/').at(-1) ?? '';

  const { status, body, text } = await user.raw<Record<string, unknown>>(
    'GET',
    route.replace(/:\w+/, id),
  );

  if (typeof body === 'string') expect(text.trim().split('\n')).toHaveLength(1);
  else if (status === 200) expect(Object.values(body).filter(Array.isArray).flat()).toEqual([]);
  else expect([403, 404, 422]).toContain(status);
});
