import { countryCodes, offeredCurrencies } from '../../shared/core/iso.ts';
import type { Option } from '../ui/field.ts';

const LOCALE = 'en-GB';

function named(codes: readonly string[], type: 'region' | 'currency'): Option[] {
  const names = new Intl.DisplayNames(LOCALE, { type });
  return codes
    .map((code) => ({ value: code, label: names.of(code) ?? code, hint: code }))
    .sort((one, other) => one.label.localeCompare(other.label, LOCALE));
}

/** Every country, by its English name. */
export const countries: readonly Option[] = named(countryCodes, 'region');

/** Every currency, by its English name. */
export const currencies: readonly Option[] = named(offeredCurrencies(), 'currency');

/** The name of a country or currency, or its code where it has none. */
export function labelOf(options: readonly Option[], code: string): string {
  return options.find(({ value }) => value === code)?.label ?? code;
}
