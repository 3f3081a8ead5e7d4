import { Agent, request as ask } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
let agent: Agent;

beforeEach(() => {
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});

afterEach(() => {
  agent.destroy();
});

/** One request after the other on one connection, as a proxy or a program sends them. */
function post(body: string, headers: Record<string, string>, path = '/api/setup') {
  return new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
    const options = { agent, method: 'POST', headers: { origin: world.url, ...headers } };
    const asked = ask(world.url + path, options, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const unreadable = { ...json, 'idempotency-key': 'x'.repeat(201) };

test('a long body that is refused unread leaves the connection to the next request', async () => {
  const refused = await post(`"${'x'.repeat(300_000)}"`, unreadable);
  const next = await post('{}', json);

  expect(refused).toEqual({ status: 422, connection: 'keep-alive' });
  expect(next.status).toBe(422);
});

test('a body that is too long to be read closes the connection, and says so', async () => {
  const refused = await post(`"${'x'.repeat(3_000_000)}"`, { 'content-type': 'text/csv' });
  const next = await post('{}', json);

  expect(refused.connection).toBe('close');
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(next.status).toBe(422);
});

test('a request without a body leaves the connection open', async () => {
  const bare = await new Promise<string | undefined>((resolve, reject) => {
    const asked = ask(`${world.url}/api/auth/sign-out`, { agent, method: 'POST' }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve(answer.headers.connection);
      });
    });
    asked.on('error', reject);
    asked.useChunkedEncodingByDefault = false; // neither a length nor chunks, as some programs do
    asked.end();
  });

  expect(bare).toBe('keep-alive');
});

test('a body that is sent where nothing takes one closes the connection too', async () => {
  const refused = await post(`"${'x'.repeat(3_000_000)}"`, json, '/nowhere');

  expect(refused).toEqual({ status: 404, connection: 'close' });
});
