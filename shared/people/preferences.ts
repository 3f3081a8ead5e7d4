import { z } from 'zod';
import { canonicalZone } from '../core/words/formats.ts';
import { formatLocales, isLanguage, languages } from '../core/words/language.ts';
import { fixedText } from '../core/words/said.ts';
import { says } from './words.ts';

const Language = z
  .string()
  .max(20)
  .refine(isLanguage, fixedText(says.noSuchLanguage))
  .meta({ enum: languages });

/** Kept by the name that the zone goes by now. */
const TimeZone = z
  .string()
  .max(100)
  .overwrite((zone) => canonicalZone(zone) ?? zone)
  .refine((zone) => canonicalZone(zone) !== undefined, fixedText(says.noSuchTimeZone));

const Formats = z.enum(formatLocales, fixedText(says.noSuchFormats));

/** How somebody wants to be spoken to; `null` leaves it to the browser, and mails to their cause. */
export const Preferences = z.object({
  language: Language.nullable(),
  timeZone: TimeZone.nullable(),
  /** The locale whose conventions dates and numbers are written by. */
  formats: Formats.nullable(),
  version: z.number().int(),
});
export type Preferences = z.infer<typeof Preferences>;

export const EditPreferences = z.strictObject({
  language: Language.nullable().optional(),
  timeZone: TimeZone.nullable().optional(),
  formats: Formats.nullable().optional(),
});
export type EditPreferences = z.infer<typeof EditPreferences>;
