import { Refusal, type RefusalCode } from '../../shared/core/refusals.ts';
import type { Guessable } from '../core/bounds/bounds.ts';
import { networkOf } from '../core/bounds/network.ts';
import { tooMany } from '../core/bounds/too-many.ts';
import type { Work } from '../core/db/work.ts';

/** The refusals that mean a wrong guess. */
const wrong: readonly RefusalCode[] = ['auth.failed', 'auth.code', 'auth.current-password'];

/** What is guessed at, and who guesses, unless all who do count as one. */
export interface Target {
  secret: Guessable;
  /** Whose secret it is. */
  name: string;
  by?: string;
}

/**
 * The throttle tries in turn, refuses while the pair has to wait, and remembers whether it was
 * wrong.
 */
export function throttled<T>(
  work: Work,
  { secret, name, by = '' }: Target,
  attempt: () => Promise<T>,
): Promise<T> {
  const guesses = work.bounds.guesses[secret];
  const pair = `${by} ${name}`;
  return guesses.inTurn(pair, async () => {
    const wait = guesses.waitSeconds(pair);
    if (wait > 0) throw tooMany(wait);
    try {
      const result = await attempt();
      guesses.succeeded(pair);
      return result;
    } catch (error) {
      if (error instanceof Refusal && wrong.includes(error.code)) guesses.failed(pair);
      throw error;
    }
  });
}

/** Guesses at a name's password: by a browser that the person knows, or from a network. */
export function passwordOf(name: string, device: string | null, address: string): Target {
  return { secret: 'sign-in', name, by: device ? `device ${device}` : networkOf(address) };
}

/** Guesses at the password of who is signed in. */
export function currentPasswordOf(accountId: string): Target {
  return { secret: 'current-passwords', name: accountId };
}

/**
 * Guesses at a code count together wherever they come from: there are few codes, and who guesses
 * at them knows the password already.
 */
export function codesOf(accountId: string): Target {
  return { secret: 'codes', name: accountId };
}
