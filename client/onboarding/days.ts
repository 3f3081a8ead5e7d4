import { formats } from '../../shared/core/words/formats.ts';
import { now } from '../ui/clock.ts';

/**
 * A day of the calendar, in words, with its year where that is not this one: it is the same day
 * everywhere, so no zone moves it.
 */
export function formatDay(day: string): string {
  const noon = new Date(`${day}T12:00:00`);
  const isThisYear = noon.getFullYear() === new Date(now()).getFullYear();
  return isThisYear ? formats().day(noon) : formats().date(noon);
}

/** Whether a day is over here. */
export function isPast(day: string): boolean {
  const today = new Date(now());
  const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  return day < parts.map((part) => String(part).padStart(2, '0')).join('-');
}
