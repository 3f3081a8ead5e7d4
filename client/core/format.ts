import { isolated } from '../../shared/core/isolated.ts';
import { serverTime } from './server-clock.ts';

const LOCALE = 'en-GB';

const numbers = new Intl.NumberFormat(LOCALE);
const days = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const dates = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const times = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const lists = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** *12,345* */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** *1 tenant*, *3 tenants*; the plural by adding an s unless told. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** *3 March 2026* */
export function formatDate(at: string): string {
  return dates.format(new Date(at));
}

/** *14:05* */
export function formatTime(at: string): string {
  return times.format(new Date(at));
}

/** *Today*, *Yesterday*, else *Tuesday 3 March*. */
export function formatDay(at: string, now = serverTime()): string {
  const day = new Date(at);
  const today = new Date(now);
  const yesterday = new Date(now);
  yesterday.setDate(today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return 'Today';
  if (day.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return days.format(day);
}

/** *Ann, Ben and Cara* */
export function formatList(words: readonly string[]): string {
  return lists.format(words);
}

/** The same of names, and other texts of people. */
export function formatNames(names: readonly string[]): string {
  return formatList(names.map((name) => isolated(name)));
}

/** A word at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
