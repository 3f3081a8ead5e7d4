import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { PersonKey } from './people.ts';
import type { TownName } from './towns.ts';

/** An organisation of the demo before it exists, with what will stand below it. */
export interface Plan {
  kind: Exclude<OrganisationKind, 'platform'>;
  name: string;
  description: string;
  below: readonly Plan[];
  /** Where it sits and who pays; absent for folders and units. */
  seat?: { town: TownName; contact: string };
  externalId?: string;
  /** Who runs what stands below; whoever created it, where nobody is named. */
  keeper?: PersonKey;
  /** Whether those above let it have sub-partners. */
  subPartners?: true;
}

type Extras = Pick<Plan, 'externalId' | 'keeper' | 'subPartners'>;
type Seat = [town: TownName, contact: string];

const firm =
  (kind: 'distributor' | 'partner' | 'tenant') =>
  (
    name: string,
    [town, contact]: Seat,
    description: string,
    below: readonly Plan[] = [],
    extras: Extras = {},
  ): Plan => ({ kind, name, description, below, seat: { town, contact }, ...extras });

const distributor = firm('distributor');
const partner = firm('partner');
const tenant = firm('tenant');

const folder = (name: string, description: string, below: readonly Plan[]): Plan => ({
  kind: 'folder',
  name,
  description,
  below,
});

const unit = (name: string, ...below: Plan[]): Plan => ({
  kind: 'unit',
  name,
  description: '',
  below,
});

/** What the platform of the demo is called. */
export const PLATFORM = 'Larkfield Cloud';

/** The self-managed tenant, closed by its own administrator. */
export const CLOSED_TENANT = 'Ketteler & Voss Maschinenbau';

/** The self-managed partner. */
export const CLOSED_PARTNER = 'Maple & Stone Technologies';

/** The tenant that is suspended. */
export const SUSPENDED_TENANT = 'Bluebird Coworking';

const werra = partner(
  'Werra Digital',
  ['Eisenach', 'Anke Sommerlatt'],
  'Sub-partner for small firms along the Werra.',
  [
    folder('Crafts', 'Workshops with up to twenty people.', [
      tenant('Tischlerei Ohlendorf', ['Eisenach', 'Frank Ohlendorf'], 'Joinery, two workshops.'),
      tenant('Elektro Hainich', ['Eisenach', 'Silke Mahr'], 'Electrical installation.'),
      tenant('Dachbau Wartberg', ['Eisenach', 'Uwe Reiter'], 'Roofing; backup and mail only.'),
    ]),
    tenant('Gästehaus Drachenstein', ['Eisenach', 'Ilona Fuchs'], 'Guest house with 24 rooms.'),
  ],
  { externalId: 'P-1014' },
);

const halden = partner(
  'Halden Systemhaus',
  ['Kassel', 'Birgit Halden'],
  'Full-service partner for the public sector and industry.',
  [
    folder('Public services', 'Tendered contracts; renewals every October.', [
      tenant(
        'Stadtwerke Brunnthal',
        ['Kassel', 'Miriam Köhler'],
        'Energy and water for 90,000 households.',
        [],
        { externalId: 'K-20017' },
      ),
      tenant('Landkreis Auental', ['Kassel', 'Torsten Wille'], 'District administration.'),
      tenant('Theater am Ring', ['Kassel', 'Paula Engel'], 'Municipal theatre; ticketing moves.'),
      tenant('Freie Schule Lindenhof', ['Kassel', 'Hanna Reuss'], 'School with 640 pupils.'),
    ]),
    folder('Manufacturing', 'Plants with shifts: no maintenance before 22:00.', [
      tenant(
        CLOSED_TENANT,
        ['Bielefeld', 'Ulrich Voss'],
        'Special machines; runs its own IT department.',
        [unit('Head office', unit('Finance')), unit('Plant Gütersloh')],
        { externalId: 'K-20003', keeper: 'lukas' },
      ),
      tenant('Rennsteig Werkzeuge', ['Kassel', 'Dagmar Pohl'], 'Hand tools, family-owned.'),
      tenant('Alpenglas', ['Innsbruck', 'Stefan Moser'], 'Insulating glass, two plants in Tyrol.'),
      tenant('Brenner Fördertechnik', ['Kassel', 'Ralf Brenner'], 'Conveyor belts and sorting.'),
    ]),
    tenant(
      'Weserland Logistik',
      ['Bremen', 'Inga Petersen'],
      'Groupage and warehousing; peaks before Christmas.',
      [unit('Warehouse Hemelingen'), unit('Dispatch')],
      { externalId: 'K-20021' },
    ),
    tenant('Praxisverbund Fuldatal', ['Kassel', 'Dr. Sven Adler'], 'Eleven doctors’ practices.'),
    tenant('Hofkäserei Reinhards', ['Kassel', 'Marlene Reinhard'], 'Dairy with an online shop.'),
    tenant('Buchhandlung Seitenwind', ['Kassel', 'Jule Marten'], 'Three book shops.'),
    werra,
  ],
  { externalId: 'P-1001', keeper: 'jana', subPartners: true },
);

const fjellvik = partner(
  'Fjellvik IT',
  ['Bergen', 'Ingrid Solheim'],
  'Regional partner for western Norway and beyond.',
  [
    folder('Energy and sea', 'Customers with sites offshore.', [
      tenant(
        'Fjord Aqua',
        ['Bergen', 'Ola Hauge'],
        'Salmon farms at nine sites.',
        [unit('Site Osterfjord'), unit('Processing')],
        { externalId: 'FV-77' },
      ),
      tenant('Vestvind Kraft', ['Bergen', 'Kari Myhre'], 'Wind farm operator.'),
      tenant('Havbris Rederi', ['Bergen', 'Petter Lunde'], 'Shipping company, six ferries.'),
    ]),
    tenant('Nordstjernen Reiser', ['Oslo', 'Silje Aas'], 'Travel agency.'),
    tenant('Tindetopp Sport', ['Trondheim', 'Jonas Bakke'], 'Outdoor shops and rental.'),
    tenant('Skogsro Trävaror', ['Göteborg', 'Elin Sandgren'], 'Timber wholesale, Sweden.'),
    tenant('Kajplats Arkitekter', ['Göteborg', 'Viktor Holm'], 'Architects, 40 people.'),
    tenant('Fynbo Mejeri', ['Odense', 'Mette Kjær'], 'Organic dairy, Denmark.'),
  ],
  { externalId: 'P-1007' },
);

const copperline = partner(
  'Copperline Networks',
  ['Denver', 'Daniel Whitacre'],
  'Managed networks across the Front Range.',
  [
    folder('Health', 'Patient data: every change is announced first.', [
      tenant(
        'Cedar Ridge Clinics',
        ['Denver', 'Alicia Romero'],
        'Outpatient clinics at five places.',
        [unit('Radiology'), unit('Reception'), unit('Billing office')],
        { externalId: 'CR-5520' },
      ),
      tenant('Brightwell Dental', ['Boulder', 'Kevin Tran'], 'Dental group.'),
      tenant('Mesa Physical Therapy', ['Santa Fe', 'Joyce Begay'], 'Therapy, three studios.'),
    ]),
    tenant('Granite Peak Outfitters', ['Boulder', 'Megan Doyle'], 'Mountain gear, mail order.'),
    tenant('Adobe Lane Realty', ['Santa Fe', 'Luis Ortega'], 'Property management.'),
    tenant('Prairie Gold Bakeries', ['Denver', 'Ruth Lindholm'], 'Bakeries; two shifts.'),
    tenant(SUSPENDED_TENANT, ['Denver', 'Aaron Wells'], 'Shared offices; payments are overdue.'),
    tenant('Sundial Engineering', ['Denver', 'Priya Nair'], 'Solar parks, planning and building.'),
    tenant('Old Mill Brewing', ['Boulder', 'Hank Sorensen'], 'Brewery and tap room.'),
  ],
  { externalId: 'P-2002' },
);

const maple = partner(
  CLOSED_PARTNER,
  ['Toronto', 'Graham Stone'],
  'Runs its own operations; only commercial matters go through the distributor.',
  [
    folder('Québec', 'Customers who are served in French.', [
      tenant('Atelier Boréal', ['Montréal', 'Luc Tremblay'], 'Furniture design.'),
      tenant('Fromagerie des Îles', ['Montréal', 'Manon Roy'], 'Cheese maker and exporter.'),
      tenant('Clinique du Vieux-Port', ['Montréal', 'Dr. Anne Gagnon'], 'Private clinic.'),
    ]),
    tenant('Harbourfront Media', ['Toronto', 'Nadia Hassan'], 'Film and sound studios.'),
    tenant('Algonquin Paper', ['Toronto', 'Peter McRae'], 'Paper mill.', [], {
      externalId: 'MS-0031',
    }),
    tenant('Lakeshore Credit Union', ['Toronto', 'Wei Zhang'], 'Savings and loans.'),
    tenant('Trillium Schools Trust', ['Toronto', 'Olivia Grant'], 'Four private schools.'),
  ],
  { externalId: 'P-2005', keeper: 'claire' },
);

/** The tree below the platform: two distributors, five partners, forty tenants. */
export const distributors: readonly Plan[] = [
  distributor(
    'Nordlicht Distribution',
    ['Hamburg', 'Henrike Tamm'],
    'Distributor for central and northern Europe.',
    [halden, folder('Nordics', 'Partners that bill in kroner and kronor.', [fjellvik])],
    { externalId: 'D-01', keeper: 'matthias' },
  ),
  distributor(
    'Pacific Crest Supply',
    ['Portland', 'Ellen Brody'],
    'Distributor for North America.',
    [copperline, maple],
    { externalId: 'D-02' },
  ),
];
