import { en } from '../../shared/core/words.en.ts';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createErrorHandler } from '../../server/core/http/errors.ts';
import { Problem } from '../../shared/core/problem.ts';
import { Refusal, type RefusalCode, refusals } from '../../shared/core/refusals.ts';

const logged: string[] = [];
const log = pino({}, { write: (line) => logged.push(line) });

/** The answer of an app in which everything goes wrong in this way. */
async function answerTo(error: Error) {
  logged.length = 0;
  const app = new Hono();
  app.onError(createErrorHandler(log));
  app.get('/', () => {
    throw error;
  });
  const response = await app.request('/');
  return { response, problem: Problem.parse(await response.json()) };
}

const inManyWords = { code: 'test.words', detail: 'In so many words.' };

describe('a refusal', () => {
  test.each(Object.keys(refusals) as RefusalCode[])('%s is answered as a problem', async (code) => {
    const status = refusals[code];
    const title = en.refusals[code];

    const { response, problem } = await answerTo(new Refusal(code, inManyWords));

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toEqual({
      type: `urn:canopy:problem:${code}`,
      title,
      status,
      code,
      detail: 'In so many words.',
      reason: 'test.words',
    });
  });

  test('brings what it found with it', async () => {
    const errors = [{ path: 'displayName', message: 'Give it a name.' }];
    const checks = [{ name: 'role' as const, ok: false, detail: 'No role is held.' }];

    const { problem } = await answerTo(
      new Refusal('access.denied', inManyWords, { errors, checks }),
    );

    expect(problem).toMatchObject({ errors, checks });
  });

  test('for too many attempts says when to come back', async () => {
    const refusal = new Refusal('request.too-many', inManyWords, { retryAfterSeconds: 7 });

    const { response } = await answerTo(refusal);

    expect(response.headers.get('retry-after')).toBe('7');
  });

  test('is nobody’s fault', async () => {
    await answerTo(new Refusal('not-found'));

    expect(logged).toEqual([]);
  });
});

describe('anything else that goes wrong', () => {
  test('is answered blank, and logged whole', async () => {
    const { response, problem } = await answerTo(new Error('the secret is 42'));

    expect(response.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain('42');
    expect(logged.join('')).toContain('the secret is 42');
  });

  test.each([
    ['ECONNREFUSED', 'server.unavailable'],
    ['57P01', 'server.unavailable'],
    ['23505', 'server.fault'],
  ])('with the code %s is %s', async (cause, code) => {
    const { problem } = await answerTo(Object.assign(new Error('no'), { code: cause }));

    expect(problem.code).toBe(code);
  });

  test('that passes by itself says when to come back', async () => {
    const { response } = await answerTo(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
  });

  test.each([
    [400, 'request.malformed'],
    [413, 'request.too-large'],
  ] as const)('of the framework’s with %d is %s', async (status, code) => {
    const { problem } = await answerTo(new HTTPException(status, { message: 'no' }));

    expect(problem.code).toBe(code);
  });
});
