import type { Said } from '../../../shared/core/words/said.ts';
import { says } from '../../../shared/core/words.ts';
import { Refusal } from '../../../shared/core/refusals.ts';

/** The refusal of a caller that has to wait; with `why` for what they did too much of. */
export function tooMany(seconds: number, why?: Said): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  const again = says.again({ seconds: retryAfterSeconds });
  return new Refusal('request.too-many', why ?? again, { retryAfterSeconds });
}
