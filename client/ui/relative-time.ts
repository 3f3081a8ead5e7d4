import { formats } from '../../shared/core/words/formats.ts';
import { words } from './words.ts';

/** Two clocks agree to a few seconds at best: what has just happened is not yet to come. */
const TOLERANCE = 5_000;

/** *3 min ago*, *yesterday*, *in 2 hrs*; beyond a week the date says more. */
export function relativeTime(at: number, now: number): string {
  const isPast = at - now <= TOLERANCE;
  return formats().relative(at, now) ?? (isPast ? words.justNow : words.inAMoment);
}

/** *Tue, 3 Mar 2026, 14:05 CET* */
export function exactTime(at: number): string {
  return formats().exact(at);
}
