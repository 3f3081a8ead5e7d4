import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  kinds: {
    platform: 'Plattform',
    distributor: 'Distributor',
    partner: 'Partner',
    folder: 'Ordner',
    tenant: 'Mandant',
    unit: 'Einheit',
  },
  newKinds: {
    distributor: 'Neuer Distributor',
    partner: 'Neuer Partner',
    folder: 'Neuer Ordner',
    tenant: 'Neuer Mandant',
    unit: 'Neue Einheit',
  },
  views: {
    overview: 'Übersicht',
    onboarding: 'Onboarding',
    details: 'Details',
    documents: 'Dokumente',
    accounts: 'Konten',
    access: 'Zugriff',
    billing: 'Abrechnung',
    settings: 'Einstellungen',
    audit: 'Audit',
    activity: 'Aktivität',
  },
  viewsLabel: 'Ansichten dieser Organisation',
  looksAt: ({ view }) => `sieht „${view}“ an`,
  suspended: 'Ausgesetzt',
  selfManaged: 'Verwaltet sich selbst',
  locked: 'Gesperrt',
  hereNow: 'Gerade hier',
  create: 'Neu',
  moreActions: 'Weitere Aktionen',
  keys: { group: 'Organisation', edit: 'Namen bearbeiten', create: 'Darunter anlegen' },

  activate: 'Aktivieren…',
  suspend: 'Aussetzen…',
  move: 'Verschieben…',
  lock: 'Sperren…',
  unlock: 'Entsperren…',
  delete: 'Löschen…',
  nowhere: ({ name }) =>
    `Sie verwalten außerhalb von ${isolated(name)} nichts, wohin verschoben werden könnte; Verschieben braucht eine Rolle an beiden Enden.`,
  stillHolds: ({ name, count }) =>
    plural(count, {
      one: `${isolated(name)} enthält noch 1 Organisation. Verschieben oder löschen Sie diese zuerst.`,
      other: `${isolated(name)} enthält noch ${formats().number(count)} Organisationen. Verschieben oder löschen Sie diese zuerst.`,
    }),
  suspendFirst: ({ name }) => `Setzen Sie ${isolated(name)} zuerst aus.`,

  restore: 'Wiederherstellen',
  restoreThis: ({ name }) => `${isolated(name)} wiederherstellen`,
  isRestored: ({ name }) => `${isolated(name)} ist wiederhergestellt`,
  restoredSuspended: 'Bis jemand aktiviert, bleibt alles ausgesetzt.',
  restoredWithout: ({ names }) =>
    `Bis jemand aktiviert, bleibt alles ausgesetzt. Nicht wiederhergestellt, weil ihre Adressen inzwischen zu anderen Konten gehören: ${formats().list(names.map((name) => isolated(name)))}.`,
  notRestored: ({ name }) => `${isolated(name)} wurde nicht wiederhergestellt`,
  deleted: 'Gelöscht',
  deletedAbout: ({ days }) =>
    `Gelöschte Organisationen können ${formats().number(days)} Tage lang wiederhergestellt werden. Sie kommen ausgesetzt zurück, mit ihren Personen und Rollen.`,
  deletedFacts: ({ kind, person, when, until }) =>
    parts`${kind}, gelöscht von ${isolated(person)} ${when}. Wiederherstellung bis ${until} möglich.`,

  gone: {
    deleted: 'Diese Organisation wurde gelöscht',
    moved: 'Diese Organisation wurde verschoben',
    access: 'Sie können das nicht mehr sehen',
    denied: 'Sie haben darauf keinen Zugriff',
    missing: 'Diese Organisation gibt es nicht',
  },
  goTo: ({ name }) => `Zu ${isolated(name)}`,
  goHome: 'Zur Startseite',

  suspendedBy: ({ who, when }) => `Ausgesetzt von ${isolated(who)} am ${when}.`,
  lockedByWhom: ({ who, when }) => `Gesperrt von ${isolated(who)} am ${when}.`,
  because: ({ reason }) => `Grund: ${isolated(reason)}`,
  isSuspended: ({ name }) =>
    `${isolated(name)} ist ausgesetzt: Personen hier und darunter können sich nicht anmelden.`,
  suspendedWith: ({ name }) => `Ausgesetzt, weil ${isolated(name)} ausgesetzt ist.`,
  open: ({ name }) => `${isolated(name)} öffnen`,
  lockedBy: ({ name }) =>
    `Gesperrt durch ${isolated(name)}. Ein Administrator von ${isolated(name)} kann ändern oder entsperren.`,

  name: 'Name',
  detailsAbout: 'Jedes Feld wird gespeichert, wenn Sie es verlassen.',
  description: 'Beschreibung',
  descriptionHint: 'Wofür ist sie da?',
  externalId: 'Externe ID',
  externalIdHint:
    'Das Kennzeichen der Ebene darüber, etwa aus deren CRM. Es ist unter einer übergeordneten Organisation eindeutig.',

  state: 'Zustand',
  active: 'Aktiv',
  stateSuspendedWith: ({ name }) => `Ausgesetzt mit ${isolated(name)}`,
  management: 'Verwaltung',
  managed: 'Von oben verwaltet',
  managedBy: ({ name }) => `Verwaltet von ${isolated(name)}`,
  createdOn: 'Angelegt',
  id: 'ID',
  copyId: 'ID kopieren',

  noBilling: 'Sie haben keinen Zugriff auf das Abrechnungsprofil',
  contact: 'Kontakt',
  contactAbout: 'Wer die Rechnungen erhält und Fragen dazu beantwortet.',
  email: 'E-Mail',
  phone: 'Telefon',
  address: 'Anschrift',
  addressAbout: 'Wie sie auf Rechnungen steht.',
  currencyAndTax: 'Währung und Steuer',
  currency: 'Währung',
  currencyHint: 'Sie kann geändert werden, bis etwas abgerechnet ist.',
  taxId: 'Steuernummer',
  street: 'Straße und Hausnummer',
  line2: 'Adresszusatz',
  postalCode: 'Postleitzahl',
  city: 'Ort',
  region: 'Region',
  country: 'Land',
  saveAddress: 'Anschrift speichern',
  changeAddress: 'Anschrift ändern',
  cancel: 'Abbrechen',

  activity: 'Aktivität',
  activityOfOne: 'Aktivität einer Person',
  activityAbout: 'Was hier und darunter geschah, das Neueste zuerst.',
  showEverybody: 'Alle anzeigen',
  someOrganisation: 'eine Organisation',
} satisfies Words<typeof en>;
