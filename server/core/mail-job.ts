import { says } from '../../shared/core/jobs/words.ts';
import { HOUR, MINUTE, SECOND } from './clock.ts';
import type { JobKind } from './jobs/kind.ts';
import type { Letter } from './mail.ts';

/** Each further try waits longer; a mail server that is down for two days loses nothing [J6]. */
const RETRY_AFTER = [
  ...[5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 16 * HOUR, 16 * HOUR],
];

/**
 * A mail on its way. Invitations, links and notices matter more than that one of them may come
 * twice, so a mail is repeated until the server has taken it, always under the same `Message-ID`.
 */
export const mailJob: JobKind<Letter> = {
  name: 'mail',
  retryAfter: RETRY_AFTER,
  delivery: () => 'at least once',
  run: ({ mailer }, letter, { id }) => mailer.deliver(letter, id),
  explain,
  isFinal: (error) => responseCodeOf(error) >= 500,
};

interface MailFailure {
  /** What the mail server answered; from 500 on it will never take this mail. */
  responseCode?: number;
  response?: string;
  /** Set where a file could not be written. */
  path?: string;
}

function responseCodeOf(error: unknown): number {
  return (error as MailFailure).responseCode ?? 0;
}

function explain(error: unknown): string {
  const { responseCode, response, path } = error as MailFailure;
  if (responseCode !== undefined) return response ?? `The mail server answered ${responseCode}.`;
  if (path !== undefined) return says.mailNotWritten.detail;
  return says.mailUnanswered.detail;
}
