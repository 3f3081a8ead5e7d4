import { speech } from './speech.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Instant = string | number | Date;

/** Dates, times, numbers and lists by the conventions of one locale and the clock of one zone. */
export interface Formats {
  /** *12,345* */
  number: (value: number) => string;
  /** *€1,234.50* */
  money: (amount: number, currency: string) => string;
  /** *3 March 2026* */
  date: (at: Instant) => string;
  /** *14:05* */
  time: (at: Instant) => string;
  /** *Tuesday 3 March* */
  day: (at: Instant) => string;
  /** *Tue, 3 Mar 2026, 14:05 CET* */
  exact: (at: Instant) => string;
  /** *3 min ago*, *in 2 hrs*; a date beyond a week. Nothing for what is less than a minute away. */
  relative: (at: number, now: number) => string | undefined;
  /** The calendar day in the zone, to compare: *2026-03-03*. */
  dayKey: (at: Instant) => string;
  /** *Ann, Ben and Cara* */
  list: (texts: readonly string[], type?: Intl.ListFormatType) => string;
  /** The name of a country, or its code where it has none. */
  country: (code: string) => string;
  currency: (code: string) => string;
  /** The order in which a reader looks names up. */
  compare: (one: string, other: string) => number;
}

const known = new Map<string, Formats>();

/** The formats of whoever reads. */
export function formats(): Formats {
  const { locale, timeZone } = speech();
  return formatsOf(locale, timeZone);
}

/** The formats of a locale and zone; a zone that this machine does not know is left out. */
export function formatsOf(locale: string, timeZone?: string): Formats {
  const key = `${locale} ${timeZone ?? ''}`;
  const made = known.get(key) ?? makeFormats(plainLocale(locale), timeZone);
  known.set(key, made);
  return made;
}

/** The name that a time zone goes by now, or nothing where there is no such zone. */
export function canonicalZone(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined; // an offset knows no summer time
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Digits and calendar as the texts around them, whatever else a browser's locale asks for. */
function plainLocale(locale: string): string {
  return new Intl.Locale(locale, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
}

function makeFormats(locale: string, zone: string | undefined): Formats {
  const timeZone = zone === undefined ? undefined : canonicalZone(zone);
  const dates = once((options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) });
    return (at: Instant) => format.format(new Date(at));
  });
  const numbers = once((options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  });
  const lists = once((type: Intl.ListFormatType) => new Intl.ListFormat(locale, { type }));
  const names = once(
    (type: 'region' | 'currency') => new Intl.DisplayNames(locale, { type, fallback: 'code' }),
  );
  const relative = once(
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
  );
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const dayKeys = once(
    () => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(timeZone && { timeZone }) }),
  );
  const yearOf = (at: number) => dates({ year: 'numeric' })(at);

  return {
    number: (value) => numbers({})(value),
    money: (amount, currency) => numbers({ style: 'currency', currency })(amount),
    date: (at) => dates({ day: 'numeric', month: 'long', year: 'numeric' })(at),
    time: (at) => dates({ hour: '2-digit', minute: '2-digit' })(at),
    day: (at) => dates({ weekday: 'long', day: 'numeric', month: 'long' })(at),
    exact: (at) => dates(exactly)(at),
    relative(at, now) {
      const passed = at - now;
      const far = Math.abs(passed);
      if (far < MINUTE) return undefined;
      if (far < HOUR) return relative('').format(Math.trunc(passed / MINUTE), 'minute');
      if (far < DAY) return relative('').format(Math.trunc(passed / HOUR), 'hour');
      if (far < 7 * DAY) return relative('').format(Math.trunc(passed / DAY), 'day');
      const isThisYear = yearOf(at) === yearOf(now);
      return dates({ day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) })(at);
    },
    dayKey: (at) => dayKeys('').format(new Date(at)),
    list: (texts, type = 'conjunction') => lists(type).format(texts),
    country: (code) => names('region').of(code) ?? code,
    currency: (code) => names('currency').of(code) ?? code,
    compare: (one, other) => collator('').compare(one, other),
  };
}

const exactly: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Makes each formatter when it is first asked for: they cost a millisecond. */
function once<Options, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const made = new Map<string, Made>();
  return (options) => {
    const key = JSON.stringify(options);
    const value = made.get(key) ?? make(options);
    made.set(key, value);
    return value;
  };
}
