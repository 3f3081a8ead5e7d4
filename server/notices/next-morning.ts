import { DAY, HOUR } from '../core/clock.ts';

const EIGHT = 8 * HOUR;

/** The first eight o'clock in the morning after a moment, by the clocks of a time zone. */
export function nextMorning(after: Date, timeZone: string): Date {
  const now = after.getTime();
  const shown = wallClock(now, timeZone);
  const today = Math.floor(shown / DAY) * DAY + EIGHT;
  const mornings = [today, today + DAY, today + 2 * DAY].filter((morning) => morning > shown);
  const instants = mornings.map((morning) => {
    const guess = morning - (shown - now);
    return morning - (wallClock(guess, timeZone) - guess); // the clocks may be changed till then
  });
  // A zone that crosses the date line has a day that never was.
  return new Date(instants.find((instant) => instant > now) ?? now + DAY);
}

/** What the clocks of a zone show, as if it were UTC. Milliseconds. */
function wallClock(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'medium' },
  }).format(at);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) + (at % 1_000);
}
