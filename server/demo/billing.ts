import type { NewBilling } from '../../shared/organisations/contract.ts';
import { countries, type Town, type TownName, towns } from './towns.ts';

/** Who pays for a firm of the demo, and where it sits. */
export interface Payer {
  firm: string;
  town: TownName;
  contact: string;
}

/**
 * A complete billing profile. House numbers, telephone and tax numbers are made of the firm's
 * name, so that the same demo looks the same every time; addresses end in `.example`, which no
 * mail ever reaches.
 */
export function billingOf({ firm, town, contact }: Payer): NewBilling {
  const { postalCode, region, country, streets }: Town = towns[town];
  const { currency, dial, taxId } = countries[country];
  const digits = digitsOf(firm);
  const street = streets[Number(digits[0]) % streets.length] ?? town;
  const house = 1 + Number(digits.slice(1, 3));
  return {
    contact: {
      name: contact,
      email: emailOf(contact, firm),
      phone: `${dial} ${digits.slice(0, 3)} ${digits.slice(3, 10)}`,
    },
    address: {
      line1: country === 'US' || country === 'CA' ? `${house} ${street}` : `${street} ${house}`,
      line2: '',
      postalCode,
      city: town,
      region,
      country,
    },
    currency,
    taxId: taxId.replace(/#/g, (_, at: number) => digits[at % digits.length] ?? '0'),
  };
}

/** A person's address at a firm: *jana.hartwig@halden-systemhaus.example*. */
export function emailOf(person: string, firm: string): string {
  return `${slug(person, '.')}@${slug(firm, '-')}.example`;
}

function slug(text: string, joint: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßåøæ]/g, (letter) => transcriptions[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(joint);
}

const transcriptions: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
};

/** Twelve digits that depend on nothing but the text; the first is never 0. */
function digitsOf(text: string): string {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 899_999_999_999;
  return String(100_000_000_000 + sum);
}
