import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HostileRequest, operationsOf, requestsTo } from '../support/hostile-requests.ts';
import type { Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

/** Requests to each operation; and where to begin, to have a run once more. */
const RUNS = Number(process.env['CANOPY_TEST_RUNS'] ?? 4);
const SEED = Number(process.env['CANOPY_TEST_SEED'] ?? Date.now() % 2 ** 31);

const world = await shareWorld();
const { account } = await world.founder.who();
const { body: description } = await world.stranger().get<unknown>('/openapi.json');
const operations = operationsOf(description);
const ids = [world.ids.acme, world.ids.grove, account.id, 'x', '0'];

/** What would end the session under which all others are asked. */
const endings = /^\/auth\/(sign-out|sessions)/;

async function send(session: Session, method: string, request: HostileRequest): Promise<void> {
  const { path, headers, body } = request;
  const answer = await session.raw(method, path, { headers, ...(body !== undefined && { body }) });

  expect(answer.status, answer.text).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.code).toMatch(/^[a-z]/);
}

describe(`hostile requests (CANOPY_TEST_SEED=${SEED})`, () => {
  test('find every operation of the API', () => {
    expect(operations.length).toBeGreaterThan(60);
  });

  test.each(
    operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const),
  )('are refused in words by %s', async (_, operation) => {
    const { method, path } = operation;
    const property = fc.asyncProperty(
      requestsTo(operation, ids),
      fc.boolean(),
      async (request, isSignedIn) => {
        const asker = isSignedIn && !endings.test(path) ? world.founder : world.stranger();
        await send(asker, method, request);
      },
    );

    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 50 });
  });
});
