/** Where the time comes from, so that tests can move it. */
export interface Clock {
  /** The wall clock: for moments that are stored or shown. An operator or NTP may set it back. */
  now(): Date;
  /** Milliseconds since some moment, never going back: for how long something took or has to wait. */
  elapsed(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
};

/** Whole hours in milliseconds. */
export const HOUR = 3_600_000;

/** Whole minutes in milliseconds. */
export const MINUTE = 60_000;

/** Whole days in milliseconds. */
export const DAY = 24 * HOUR;

/** Whole seconds in milliseconds. */
export const SECOND = 1_000;
