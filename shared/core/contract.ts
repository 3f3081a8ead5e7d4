import { z } from 'zod';
import { countryCodes, currencyCodes, offeredCurrencies } from './iso.ts';
import { isStorableTime } from './times.ts';

/** A record's identifier: a UUIDv7, so that ids sort by the time they were made. */
export const Id = z.uuid();

const countries = new Set(countryCodes);
const currencies = new Set(currencyCodes);

/** A country by its ISO 3166-1 alpha-2 code, in capitals. */
export const Country = z
  .string()
  .refine((code) => countries.has(code), 'Choose a country by its ISO 3166 code, such as DE.');

/** A time from outside, in years that both databases and every calendar know: 1 to 9999. */
export const Time = z.iso
  .datetime({ offset: true, error: 'Use a time, such as 2026-01-31T00:00:00Z.' })
  .refine(isStorableTime, 'Use a time between the years 1 and 9999.');

/** A currency by its ISO 4217 code, in capitals. */
export const Currency = z
  .string()
  .refine((code) => currencies.has(code), 'Choose a currency by its ISO 4217 code, such as EUR.');

/** A currency that can be chosen today: what exists in old profiles only is left to them. */
export const NewCurrency = z
  .string()
  .refine(
    (code) => offeredCurrencies().includes(code),
    'Choose a currency that is in use, by its ISO 4217 code, such as EUR.',
  );
