const LOCALE = 'en-GB';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Two clocks agree to a few seconds at best: what has just happened is not yet to come. */
const TOLERANCE = 5_000;

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' });

/** “3 min ago”, “yesterday”, “in 2 hrs”; beyond a week the date says more. */
export function relativeTime(at: number, now: number): string {
  const passed = at - now;
  const far = Math.abs(passed);
  if (far < MINUTE) return passed <= TOLERANCE ? 'just now' : 'in a moment';
  if (far < HOUR) return relative.format(Math.trunc(passed / MINUTE), 'minute');
  if (far < DAY) return relative.format(Math.trunc(passed / HOUR), 'hour');
  if (far < 7 * DAY) return relative.format(Math.trunc(passed / DAY), 'day');

  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(LOCALE, {
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** “Tue, 3 Mar 2026, 14:05 CET”. */
export function exactTime(at: number): string {
  return new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}
