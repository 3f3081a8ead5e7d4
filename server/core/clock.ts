/** Where the time comes from, so that tests can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Whole hours in milliseconds. */
export const HOUR = 3_600_000;

/** Whole minutes in milliseconds. */
export const MINUTE = 60_000;

/** Whole days in milliseconds. */
export const DAY = 24 * HOUR;
