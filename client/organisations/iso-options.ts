import { countryCodes, offeredCurrencies } from '../../shared/core/iso.ts';
import { type Formats, formats } from '../../shared/core/words/formats.ts';
import type { Option } from '../ui/field.ts';

/** Every country, by its name in the language of whoever reads. */
export const countries = inOrder(countryCodes, ({ country }) => country);

/** Every currency, by its name in the language of whoever reads. */
export const currencies = inOrder(offeredCurrencies(), ({ currency }) => currency);

/** The name of a country or currency, or its code where it has none. */
export function labelOf(options: readonly Option[], code: string): string {
  return options.find(({ value }) => value === code)?.label ?? code;
}

/** Named and sorted once for each language. */
function inOrder(
  codes: readonly string[],
  nameOf: (formats: Formats) => (code: string) => string,
): () => readonly Option[] {
  const sorted = new WeakMap<Formats, readonly Option[]>();
  return () => {
    const now = formats();
    const name = nameOf(now);
    const options =
      sorted.get(now) ??
      codes
        .map((code) => ({ value: code, label: name(code), hint: code }))
        .sort((one, other) => now.compare(one.label, other.label));
    sorted.set(now, options);
    return options;
  };
}
