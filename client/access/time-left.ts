import { words } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** *in 3 days*, *in 1 h 59 min*, *in a moment*: the finer, the nearer. */
export function timeLeft(milliseconds: number): string {
  if (milliseconds < MINUTE) return words.inAMoment;
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 6) return words.inDays({ days });
  if (days > 0) return words.inDaysAndHours({ days, hours });
  return hours > 0 ? words.inHours({ hours, minutes }) : words.inMinutes({ minutes });
}
