import { z } from 'zod';
import { countryCodes, currencyCodes } from './iso.ts';

/** A record's identifier: a UUIDv7, so that ids sort by the time they were made. */
export const Id = z.uuid();

const countries = new Set(countryCodes);
const currencies = new Set(currencyCodes);

/** A country by its ISO 3166-1 alpha-2 code, in capitals. */
export const Country = z
  .string()
  .refine((code) => countries.has(code), 'Choose a country by its ISO 3166 code, such as DE.');

/** A currency by its ISO 4217 code, in capitals. */
export const Currency = z
  .string()
  .refine((code) => currencies.has(code), 'Choose a currency by its ISO 4217 code, such as EUR.');
