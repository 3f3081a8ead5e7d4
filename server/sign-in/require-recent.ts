import { says } from '../../shared/sign-in/words.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { MINUTE } from '../core/clock.ts';
import type { Person } from '../core/db/person.ts';
import type { Reading } from '../core/db/reading.ts';

const RECENT = 5 * MINUTE;

/**
 * The guard refuses a sensitive act to whoever has not shown within five minutes that it is still
 * the same person: a session left open, or a stolen cookie, reaches none of them.
 */
export function requireRecent({ now }: Reading, { provedAt, token }: Person): void {
  if (token) throw new Refusal('auth.token', says.takesPerson);
  if (provedAt && now.getTime() - provedAt.getTime() <= RECENT) return;
  throw new Refusal('auth.reauthenticate');
}
