import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { Kind } from '../../organisations/create/create-request.ts';
import type { en } from './words.en.ts';

const withKind: Record<Kind, string> = {
  distributor: 'einem Distributor',
  partner: 'einem Partner',
  folder: 'einem Ordner',
  tenant: 'einem Mandanten',
  unit: 'einer Einheit',
};

const aKind: Record<Kind, string> = {
  distributor: 'Distributor',
  partner: 'Partner',
  folder: 'Ordner',
  tenant: 'Mandanten',
  unit: 'Einheit',
};

export const de = {
  welcome: ({ name }) => `Willkommen, ${isolated(name)}`,
  noRole: 'Sie haben noch keine Rolle',
  noRoleLead:
    'Sobald Ihnen jemand eine vergibt, erscheint hier und im Baum ohne Neuladen, was sie öffnet.',
  yourOrganisations: 'Ihre Organisationen',
  suspended: 'Ausgesetzt',
  directlyBelow: ({ count }) =>
    plural(count, {
      one: '1 Organisation direkt darunter',
      other: `${formats().number(count)} Organisationen direkt darunter`,
    }),
  stillEmpty: ({ name }) => `${isolated(name)} ist noch leer`,
  beginWith: ({ kind }) =>
    `Beginnen Sie mit ${withKind[kind]}. Was Sie anlegen, erscheint sofort bei allen, die es sehen dürfen.`,
  create: ({ kind }) => `${aKind[kind]} anlegen`,
  lately: 'Zuletzt',
  allActivity: 'Alle Aktivitäten',

  audit: 'Audit',

  noPage: 'Hier gibt es keine Seite',
  noPageLead:
    'Vielleicht ist die Adresse falsch geschrieben, oder das Ziel wurde verschoben. Baum und Suche finden alles, was Ihre Rollen erreichen.',
  goHome: 'Zur Startseite',
  homeLink: 'Canopy, Startseite',
} satisfies Words<typeof en>;
