import { fixedText } from './words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';
import { countryCodes, currencyCodes, offeredCurrencies } from './iso.ts';
import { isStorableTime } from './times.ts';

/** A record's identifier: a UUIDv7, so that ids sort by the time they were made. */
export const Id = z.uuid();

/** A message of the server: its English, and what translations are made of. */
export const Message = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  detail: z.string(),
});

const countries = new Set(countryCodes);
const currencies = new Set(currencyCodes);

/** A country by its ISO 3166-1 alpha-2 code, in capitals. */
export const Country = z.string().refine((code) => countries.has(code), fixedText(says.country));

/** A time from outside, in years that both databases and every calendar know: 1 to 9999. */
export const Time = z.iso
  .datetime({ offset: true, error: fixedText(says.time) })
  .refine(isStorableTime, fixedText(says.timeRange));

/** A currency by its ISO 4217 code, in capitals. */
export const Currency = z.string().refine((code) => currencies.has(code), fixedText(says.currency));

/** A currency that can be chosen today: what exists in old profiles only is left to them. */
export const NewCurrency = z
  .string()
  .refine((code) => offeredCurrencies().includes(code), fixedText(says.currencyInUse));
