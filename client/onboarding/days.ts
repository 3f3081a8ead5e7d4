import { formats } from '../../shared/core/words/formats.ts';
import { now } from '../ui/clock.ts';

/** A day of the calendar, in words: it is the same day everywhere, so no zone moves it. */
export function formatDay(day: string): string {
  return formats().day(new Date(`${day}T12:00:00`));
}

/** Whether a day is over here. */
export function isPast(day: string): boolean {
  const today = new Date(now());
  const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  return day < parts.map((part) => String(part).padStart(2, '0')).join('-');
}
