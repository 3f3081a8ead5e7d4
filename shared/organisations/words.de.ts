import { plural } from '../core/words/plural.ts';
import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

const aKind = {
  platform: 'Eine Plattform',
  distributor: 'Ein Distributor',
  partner: 'Ein Partner',
  folder: 'Ein Ordner',
  tenant: 'Ein Mandant',
  unit: 'Eine Einheit',
};

const belowKind = {
  platform: 'einer Plattform',
  distributor: 'einem Distributor',
  partner: 'einem Partner',
  folder: 'einem Ordner',
  tenant: 'einem Mandanten',
  unit: 'einer Einheit',
};

const anyOf = (kinds: readonly (keyof typeof belowKind)[]) =>
  formats().list(
    kinds.map((kind) => belowKind[kind]),
    'disjunction',
  );

const billingParts = {
  contactName: 'der Name eines Ansprechpartners',
  contactEmail: 'eine E-Mail-Adresse',
  contactPhone: 'eine Telefonnummer',
  addressLine1: 'die Straße',
  addressCity: 'der Ort',
};

export const de = {
  billingIsComplete: ({ name }) =>
    `Das Abrechnungsprofil ist vollständig; ${isolated(name)} steht als Ansprechpartner darin.`,
  billingLacks: ({ parts }) =>
    `Im Abrechnungsprofil fehlt: ${formats().list(parts.map((part) => billingParts[part]))}.`,
  managesItself: 'Sie verwaltet sich selbst.',
  staysManaged: 'Sie bleibt von der Ebene darüber verwaltet.',
  modeNotChosen: 'Wer sie verwaltet, hat noch niemand entschieden.',
  firstPartner: ({ name }) => `${isolated(name)} war der erste Partner.`,
  noPartnerYet: 'Es gibt noch keinen Partner.',
  firstTenant: ({ name }) => `${isolated(name)} war der erste Mandant.`,
  noTenantYet: 'Es gibt noch keinen Mandanten.',
  isSuspended: ({ name }) => `${isolated(name)} ist ausgesetzt.`,
  areSuspended: ({ count }) =>
    plural(count, {
      one: '1 Kunde ist ausgesetzt.',
      other: `${formats().number(count)} Kunden sind ausgesetzt.`,
    }),
  distributors: 'Distributoren',
  distributorsMeans: 'Alle Distributoren der Plattform, auch ausgesetzte.',
  partners: 'Partner',
  partnersMeans: 'Alle Partner darunter, in jeder Tiefe, auch ausgesetzte.',
  tenants: 'Mandanten',
  tenantsMeans: 'Alle Mandanten darunter, in jeder Tiefe, auch ausgesetzte.',
  units: 'Einheiten',
  unitsMeans: 'Alle Einheiten darunter, in jeder Tiefe, auch ausgesetzte.',
  kindNotBelow: ({ kind, parent, needed }) =>
    `${aKind[kind]} kann nicht unter ${belowKind[parent]} stehen, nur unter ${anyOf(needed)}.`,
  noSubPartners: ({ name }) =>
    `${isolated(name)} darf keine Unterpartner haben: Die Option dafür ist ausgeschaltet.`,
  noPartnerAbove: ({ name }) =>
    `Ein Mandant braucht einen Partner über sich, und ${isolated(name)} hat keinen.`,
  tooDeep: ({ most }) => `Der Baum darf höchstens ${most} Ebenen tief sein.`,
  unitsTooDeep: ({ most }) => `Einheiten dürfen höchstens ${most} Ebenen tief verschachtelt sein.`,

  oneWayIn: 'Lassen Sie mindestens eine Anmeldemethode zu.',
  reasonTooLong: 'Ein Grund hat höchstens 500 Zeichen.',
  descriptionTooLong: 'Eine Beschreibung hat höchstens 2.000 Zeichen.',
  externalIdEmpty: 'Lassen Sie das Feld weg, statt es leer zu senden.',
  contactName: 'Geben Sie den Namen einer Kontaktperson ein.',
  phone: 'Geben Sie eine Telefonnummer ein.',
  street: 'Geben Sie Straße und Hausnummer ein.',
  city: 'Geben Sie den Ort ein.',
  externalIdMeaning:
    'Das Kennzeichen der Ebene darüber: Wer es ändert, braucht dort eine Rolle, die bearbeiten darf.',

  beneathItself: 'Eine Organisation kann nicht unter sich selbst verschoben werden.',
  targetGone: 'Das Ziel gibt es nicht mehr.',
  externalIdTakenThere: 'Eine andere Organisation unter dieser hat bereits die externe ID.',
  externalIdTaken: 'Eine andere Organisation unter dieser hat sie bereits.',
  needsBilling: ({ kind }) => `${aKind[kind]} braucht ein Abrechnungsprofil.`,
  noBilling: ({ kind }) => `${aKind[kind]} hat kein eigenes Abrechnungsprofil.`,
  ownersMode: ({ kind }) => `${aKind[kind]} übernimmt die Verwaltungsart der Organisation darüber.`,
  suspendFirst: ({ name }) =>
    `Setzen Sie ${isolated(name)} zuerst aus; nur was ausgesetzt ist, kann gelöscht werden.`,
  stillHolds: ({ name, children }) =>
    `${isolated(name)} enthält noch ${plural(children, { one: '1 Organisation', other: `${formats().number(children)} Organisationen` })}; verschieben oder löschen Sie diese zuerst.`,
  restoreParentFirst: ({ name }) =>
    `Auch die Organisation über ${isolated(name)} wurde gelöscht. Stellen Sie diese zuerst wieder her.`,
  lockedByAbove: ({ name }) =>
    `${isolated(name)} ist von einer Ebene darüber gesperrt. Ein Administrator dort kann entsperren.`,
  lockedBy: ({ name, locker }) =>
    `${isolated(name)} ist durch ${isolated(locker)} gesperrt. Ein Administrator von ${isolated(locker)} kann entsperren.`,
} satisfies Words<typeof en>;
