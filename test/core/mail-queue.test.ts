import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { MailQueue } from '../../server/core/mail-queue.ts';

/** A queue over a server that answers as told, and what came of it. */
function queueOver(answers: (Error | 'taken')[]) {
  const logged: string[] = [];
  const tries: string[] = [];
  const { promise: over, resolve: end } = Promise.withResolvers<undefined>();
  const log = pino({ level: 'warn', base: null }, { write: (line) => logged.push(line) });
  const queue = new MailQueue(
    ({ subject }) => {
      tries.push(String(subject));
      const answer = answers[tries.length - 1] ?? 'taken';
      if (tries.length >= answers.length) end(undefined);
      return answer === 'taken' ? Promise.resolve() : Promise.reject(answer);
    },
    { log, retryAfter: [1, 1] },
  );
  return { queue, tries, logged, over };
}

const busy = () => Object.assign(new Error('busy'), { responseCode: 421 });
const refused = () => Object.assign(new Error('no such mailbox'), { responseCode: 550 });

describe('a mail that the server does not take', () => {
  test('is tried again until it is taken', async () => {
    const { queue, tries, over } = queueOver([busy(), busy(), 'taken']);

    queue.add({ subject: 'one' });
    await over;

    expect(tries).toEqual(['one', 'one', 'one']);
  });

  test('is given up after the last try, and logged', async () => {
    const { queue, tries, logged, over } = queueOver([busy(), busy(), busy()]);

    queue.add({ subject: 'one' });
    await over;
    await queue.settled();

    expect(tries).toHaveLength(3);
    expect(logged.at(-1)).toContain('a mail could not be sent');
  });

  test('is not tried again where the server refused it for good', async () => {
    const { queue, tries, logged } = queueOver([refused()]);

    queue.add({ subject: 'one' });
    await queue.settled();

    expect(tries).toHaveLength(1);
    expect(logged.at(-1)).toContain('"level":50');
  });
});

test('mails that wait for their next try are counted at the stop', async () => {
  const { queue, logged } = queueOver([busy()]);

  queue.add({ subject: 'one' });
  queue.add({ subject: 'two' });
  await queue.close();

  expect(logged.at(-1)).toMatch(/"lost":1.*before the stop/);
});
