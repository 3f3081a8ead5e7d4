/** Where a firm of the demo has its seat: what a billing address is made of. */
export interface Town {
  postalCode: string;
  region: string;
  country: keyof typeof countries;
  streets: readonly string[];
}

/** What goes with a country: currency, dialling code, the shape of a tax number (`#` is a digit). */
export const countries = {
  AT: { currency: 'EUR', dial: '+43', taxId: 'ATU########' },
  CA: { currency: 'CAD', dial: '+1', taxId: '#########RT0001' },
  DE: { currency: 'EUR', dial: '+49', taxId: 'DE#########' },
  DK: { currency: 'DKK', dial: '+45', taxId: 'DK########' },
  NO: { currency: 'NOK', dial: '+47', taxId: 'NO#########MVA' },
  SE: { currency: 'SEK', dial: '+46', taxId: 'SE##########01' },
  US: { currency: 'USD', dial: '+1', taxId: '##-#######' },
} as const;

const german = ['Lindenstraße', 'Am Alten Hafen', 'Bahnhofstraße', 'Gerberweg', 'Schillerplatz'];
const nordic = ['Strandgaten', 'Kirkeveien', 'Skolegata', 'Torget'];
const american = ['Juniper Street', 'Mill Road', 'Harrison Avenue', 'Second Street'];

/** The towns that firms of the demo sit in, by name. */
export const towns = {
  Bergen: { postalCode: '5014', region: 'Vestland', country: 'NO', streets: nordic },
  Bielefeld: {
    postalCode: '33602',
    region: 'Nordrhein-Westfalen',
    country: 'DE',
    streets: german,
  },
  Boulder: { postalCode: '80302', region: 'CO', country: 'US', streets: american },
  Bremen: { postalCode: '28195', region: 'Bremen', country: 'DE', streets: german },
  Denver: { postalCode: '80205', region: 'CO', country: 'US', streets: american },
  Eisenach: { postalCode: '99817', region: 'Thüringen', country: 'DE', streets: german },
  Göteborg: { postalCode: '411 04', region: 'Västra Götaland', country: 'SE', streets: nordic },
  Hamburg: { postalCode: '20457', region: 'Hamburg', country: 'DE', streets: german },
  Innsbruck: { postalCode: '6020', region: 'Tirol', country: 'AT', streets: german },
  Kassel: { postalCode: '34117', region: 'Hessen', country: 'DE', streets: german },
  Montréal: {
    postalCode: 'H2Y 1C6',
    region: 'QC',
    country: 'CA',
    streets: ['Rue Saint-Paul', 'Rue de la Commune', 'Avenue du Parc'],
  },
  Odense: { postalCode: '5000', region: 'Syddanmark', country: 'DK', streets: nordic },
  Oslo: { postalCode: '0155', region: 'Oslo', country: 'NO', streets: nordic },
  Portland: { postalCode: '97209', region: 'OR', country: 'US', streets: american },
  'Santa Fe': { postalCode: '87501', region: 'NM', country: 'US', streets: american },
  Toronto: {
    postalCode: 'M5V 2T6',
    region: 'ON',
    country: 'CA',
    streets: ['Queen Street West', 'Spadina Avenue', 'King Street East'],
  },
  Trondheim: { postalCode: '7011', region: 'Trøndelag', country: 'NO', streets: nordic },
} as const satisfies Record<string, Town>;

export type TownName = keyof typeof towns;
