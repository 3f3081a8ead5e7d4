import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { serverTime } from './server-clock.ts';
import { words } from './words.ts';

const DAY = 24 * 60 * 60_000;

/** *3 March 2026* */
export function formatDate(at: string): string {
  return formats().date(at);
}

/** *14:05* */
export function formatTime(at: string): string {
  return formats().time(at);
}

/** *Today*, *Yesterday*, else *Tuesday 3 March*. */
export function formatDay(at: string, now = serverTime()): string {
  const { dayKey, day } = formats();
  if (dayKey(at) === dayKey(now)) return words.today;
  if (dayKey(at) === dayKey(now - DAY)) return words.yesterday;
  return day(at);
}

/** *Ann, Ben and Cara* */
export function formatList(texts: readonly string[]): string {
  return formats().list(texts);
}

/** The same of names, and other texts of people. */
export function formatNames(names: readonly string[]): string {
  return formatList(names.map((name) => isolated(name)));
}

/** A word at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
