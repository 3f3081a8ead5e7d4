import { Refusal } from '../../../shared/core/refusals.ts';

/** The refusal of a caller that has to wait; with `why`, what they did too much of. */
export function tooMany(seconds: number, why?: string): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  const again = `Try again in ${retryAfterSeconds} seconds.`;
  return new Refusal('request.too-many', why === undefined ? again : `${why} ${again}`, {
    retryAfterSeconds,
  });
}
