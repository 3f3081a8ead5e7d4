import { Refusal, type RefusalCode } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** The refusals that mean a wrong guess. */
const wrong: readonly RefusalCode[] = ['auth.failed', 'auth.code', 'auth.current-password'];

/** What is guessed at: a name, and the address that guesses unless all addresses count as one. */
export interface Target {
  name: string;
  address: string;
}

/** Tries in turn, refuses while the pair has to wait, and remembers whether it was wrong. */
export function throttled<T>(
  work: Work,
  throttle: SignInThrottle,
  { address, name }: Target,
  attempt: () => Promise<T>,
): Promise<T> {
  return throttle.inTurn(address, name, async () => {
    const wait = throttle.waitSeconds(address, name, work.clock.now());
    if (wait > 0) throw tooMany(wait);
    try {
      const result = await attempt();
      throttle.succeeded(address, name);
      return result;
    } catch (error) {
      if (error instanceof Refusal && wrong.includes(error.code)) {
        throttle.failed(address, name, work.clock.now());
      }
      throw error;
    }
  });
}

/** The refusal of who has to wait; the same in words wherever it comes from. */
export function tooMany(seconds: number): Refusal {
  return new Refusal('request.too-many', `Try again in ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  });
}

/**
 * Guesses at a code count together wherever they come from: there are few codes, and who guesses
 * at them knows the password already.
 */
export function codesOf(accountId: string): Target {
  return { address: '', name: `codes of ${accountId}` };
}
