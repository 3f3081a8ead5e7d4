import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const organisations = (count: number): string =>
  plural(count, { one: '1 Organisation', other: `${formats().number(count)} Organisationen` });

export const de = {
  title: { customers: 'Kunden', units: 'Einheiten' },
  kinds: {
    platform: 'Plattform',
    distributor: 'Distributor',
    partner: 'Partner',
    folder: 'Ordner',
    tenant: 'Mandant',
    unit: 'Einheit',
  },
  states: { active: 'Aktiv', suspended: 'Ausgesetzt' },
  management: { managed: 'Verwaltet', 'self-managed': 'Selbst verwaltet' },
  columns: {
    name: 'Name',
    kind: 'Art',
    status: 'Status',
    managementMode: 'Verwaltung',
    parent: 'Wo',
    externalId: 'Externe Kennung',
    contact: 'Kontakt',
    country: 'Land',
    currency: 'Währung',
    childCount: 'Darunter',
    createdAt: 'Angelegt',
    updatedAt: 'Geändert',
  },
  search: 'Kunden durchsuchen',
  searchPlaceholder: 'Nach Name oder externer Kennung suchen',
  total: ({ count }) => organisations(count),
  moreThan: ({ count }) => `Mehr als ${formats().number(count)} Organisationen`,
  noneFound: ({ text }) => `Kein Kunde heißt „${isolated(text)}“.`,
  noneFits: 'Kein Kunde passt zu diesen Filtern.',
  actionsOn: ({ name }) => `Aktionen zu ${isolated(name)}`,
  none: 'Noch keine Kunden',
  createFirst: 'Legen Sie den ersten an. Er erscheint sofort bei allen, die ihn sehen dürfen.',
  create: 'Anlegen',
} satisfies Words<typeof en>;
