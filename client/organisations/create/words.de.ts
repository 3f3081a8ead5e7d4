import { isolated } from '../../../shared/core/isolated.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  steps: { basics: 'Grunddaten', billing: 'Abrechnung', review: 'Prüfen' },
  stepsLabel: 'Schritte',
  titles: {
    distributor: ({ name }) => `Neuer Distributor unter ${isolated(name)}`,
    partner: ({ name }) => `Neuer Partner unter ${isolated(name)}`,
    folder: ({ name }) => `Neuer Ordner unter ${isolated(name)}`,
    tenant: ({ name }) => `Neuer Mandant unter ${isolated(name)}`,
    unit: ({ name }) => `Neue Einheit unter ${isolated(name)}`,
  },
  purposes: {
    distributor:
      'Verkauft über Partner, die darunter stehen. Ihre Eingaben bleiben in diesem Browser, bis er angelegt ist.',
    partner:
      'Betreut Mandanten und erhält deren Rechnungen. Ihre Eingaben bleiben in diesem Browser, bis er angelegt ist.',
    folder:
      'Fasst zusammen, was darunter steht, auch im Erscheinungsbild; abgerechnet wird mit dem Eigentümer. Ihre Eingaben bleiben in diesem Browser, bis er angelegt ist.',
    tenant:
      'Ein Kunde mit eigenen Abonnements. Ihre Eingaben bleiben in diesem Browser, bis er angelegt ist.',
    unit: 'Ein Teil eines Mandanten: eine Abteilung, ein Standort, ein Team. Ihre Eingaben bleiben in diesem Browser, bis sie angelegt ist.',
  },
  notHere: {
    distributor: 'Hier kann kein Distributor angelegt werden',
    partner: 'Hier kann kein Partner angelegt werden',
    folder: 'Hier kann kein Ordner angelegt werden',
    tenant: 'Hier kann kein Mandant angelegt werden',
    unit: 'Hier kann keine Einheit angelegt werden',
  },
  create: {
    distributor: 'Distributor anlegen',
    partner: 'Partner anlegen',
    folder: 'Ordner anlegen',
    tenant: 'Mandanten anlegen',
    unit: 'Einheit anlegen',
  },
  createThis: ({ name }) => `${isolated(name)} anlegen`,
  isCreated: ({ name }) => `${isolated(name)} ist angelegt`,
  next: 'Weiter',
  discard: 'Verwerfen',
  cancel: 'Abbrechen',
  notSet: 'Nicht angegeben',
  change: 'Ändern',
  changeThis: ({ field }) => `${field} ändern`,
  nameAndEmail: ({ name, email }) => `${isolated(name)}, ${email}`,
  address: ({ lines }) => lines.join(', '),

  name: 'Name',
  description: 'Beschreibung',
  externalId: 'Externe ID',
  externalIdHint: 'Ihr eigenes Kennzeichen, etwa aus Ihrem CRM.',
  management: 'Verwaltung',
  managedBy: ({ name }) => `Verwaltet von ${isolated(name)}`,
  managedHint:
    'Administratoren darüber können innerhalb handeln. Die eigenen Administratoren können später schließen.',
  selfManaged: 'Verwaltet sich selbst',
  selfManagedHint:
    'Nur die eigenen Administratoren können innerhalb handeln, und nur sie können wieder öffnen.',
  firstAdministrator: 'Erster Administrator',
  firstAdministratorHint: 'Wird beim Anlegen eingeladen. Niemand sonst hat Zugriff.',
  firstEmail: 'E-Mail-Adresse des ersten Administrators',
  contact: 'Kontakt',
  email: 'E-Mail',
  emailHint: 'Rechnungen gehen hierhin.',
  phone: 'Telefon',
  addressTitle: 'Anschrift',
  currencyAndTax: 'Währung und Steuer',
  currency: 'Währung',
  currencyHint: 'Sie kann geändert werden, bis etwas abgerechnet ist.',
  taxId: 'Steuernummer',
  missing: {
    'firstAdministrator.displayName': 'Geben Sie an, wer sie verwaltet: Niemand sonst hat Zugriff.',
    'firstAdministrator.email': 'Geben Sie eine E-Mail-Adresse ein.',
    'billing.contact.email': 'Geben Sie eine E-Mail-Adresse ein.',
    'billing.address.country': 'Wählen Sie ein Land.',
    'billing.currency': 'Wählen Sie eine Währung.',
  },
} satisfies Words<typeof en>;
