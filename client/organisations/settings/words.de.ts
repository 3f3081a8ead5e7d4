import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  noAccess: 'Sie haben keinen Zugriff auf die Einstellungen',
  levelAbove: 'Eine Ebene darüber',
  levelsAbove: 'Die Ebenen darüber',
  yes: 'Ja',
  no: 'Nein',

  mfa: 'Zweiter Faktor',
  mfaAbout:
    'Wer hier oder darunter ein Konto oder eine Rolle hat, richtet ihn ein, bevor etwas anderes möglich ist, auch wer gerade angemeldet ist.',
  mfaFor: 'Zweiten Faktor verlangen von',
  mfaRules: { nobody: 'Niemandem', administrators: 'Administratoren', everybody: 'Allen' },
  asksMore: ({ name }) => `${isolated(name)} verlangt mehr.`,

  methods: 'Anmeldemethoden',
  methodsAbout:
    'Gilt für Konten hier und darunter. Wer sich mit einer Methode angemeldet hat, die ausgeschaltet wird, wird sofort abgemeldet. Eine Ebene darunter kann nur weniger zulassen.',
  providers: 'Identitätsanbieter…',
  password: 'Passwort oder Passkey',
  open: 'Zugelassen',
  shut: 'Nicht zugelassen',
  notAllowedBy: ({ name }) => `${isolated(name)} lässt sie nicht zu.`,
  lastMethod: 'Mindestens eine Methode muss zugelassen bleiben.',

  mail: 'E-Mail',
  noMail: 'Der E-Mail-Versand ist nicht eingerichtet',
  noMailBody: ({ folder, setting }) =>
    parts`Einladungen, Links zum Zurücksetzen des Passworts und Hinweise werden in den Ordner ${folder} des Datenverzeichnisses geschrieben und erreichen niemanden. Kopieren Sie Einladungslinks aus dem Menü des Kontos und geben Sie sie weiter. Wer den Server betreibt, richtet den Versand mit ${setting} ein.`,

  delegation: 'Selbstverwaltung',
  delegationAbout:
    'Was die Ebenen darunter selbst tun dürfen. Es gilt nur, wenn keine Ebene darüber es verbietet.',
  delegations: {
    'distributor.createPartner': 'Distributoren legen Partner an',
    'partner.createSubPartner': 'Partner legen Unterpartner an',
    'partner.createTenant': 'Partner legen Mandanten an',
    'partner.createSubscription': 'Partner legen Abonnements an',
    'partner.inviteAccount': 'Partner laden Personen ein',
    'tenant.createUnit': 'Mandanten legen Einheiten an',
    'tenant.createSubscription': 'Mandanten legen Abonnements an',
    'tenant.inviteAccount': 'Mandanten laden Personen ein',
  },
  choices: { inherit: 'Übernehmen', allow: 'Erlauben', deny: 'Verbieten', byDefault: 'Standard' },
  choiceOff: ({ choice, reason }) => `${choice}. ${reason}`,
  allowed: 'Erlaubt',
  denied: 'Verboten',

  subPartnersTitle: 'Unterpartner',
  subPartners: 'Unterpartner erlauben',
  subPartnersHint:
    'Unter diesem Partner können dann Partner angelegt werden. Vorhandene bleiben, wenn das ausgeschaltet wird.',

  whoDecides: ({ label }) => `Wer entscheidet: ${label}`,
  byDefault: 'als Standard',
  fromAbove: 'von oben',
  setHere: 'hier festgelegt',
  from: ({ name }) => `von ${isolated(name)}`,
  asAbove: 'wie darüber',
  decides: ({ value }) => `${value} · entscheidet`,
  without: ({ name, value, source }) => `Ohne ${isolated(name)}: ${value}, ${source}.`,
  withoutAbove: ({ value, source }) => `Ohne die Ebenen darüber: ${value}, ${source}.`,

  management: 'Verwaltung',
  whoManages: 'Wer das Innere verwaltet',
  managedBy: ({ name }) => `Verwaltet von ${isolated(name)}`,
  managedAbove: 'Verwaltet von den Ebenen darüber',
  managedHint:
    'Administratoren darüber können innerhalb handeln: Personen, Rollen, Einstellungen, Dienste.',
  selfManaged: 'Verwaltet sich selbst',
  selfManagedHint:
    'Nur die eigenen Administratoren können innerhalb handeln. Die Ebenen darüber behalten Zugriff auf kaufmännische Daten: Name, Zustand, Abonnements, Nutzung und Abrechnung.',
  left: 'Was die Ebenen darüber im Inneren hinterlassen',
  leftBody:
    'Es endet, wenn Sie es nicht behalten: Programme und Personen, die sie hinzugefügt haben, und API-Token, die sie erstellt haben.',
  leftNothing: 'Nichts, was die Ebenen darüber hinzugefügt haben, bleibt im Inneren.',
  leftReading: 'Was die Ebenen darüber im Inneren haben, wird geladen.',
  closeTitle: ({ name }) => `${isolated(name)} für die Ebenen darüber schließen?`,
  closeBody: ({ name }) =>
    `Administratoren über ${isolated(name)} sehen dessen Personen, Rollen, Einstellungen und Dienste sofort nicht mehr, und auch nicht, was darunter ist, auch auf offenen Seiten. Sie behalten Zugriff auf kaufmännische Daten. Sie können jederzeit wieder öffnen.`,
  close: ({ name }) => `${isolated(name)} schließen`,
  openTitle: ({ name, provider }) => `${isolated(name)} für ${isolated(provider)} öffnen?`,
  openTitleAbove: ({ name }) => `${isolated(name)} für die Ebenen darüber öffnen?`,
  openBody: ({ name }) =>
    `Administratoren über ${isolated(name)} können wieder innerhalb handeln, wie die eigenen Administratoren.`,
  openAction: ({ name }) => `${isolated(name)} öffnen`,

  machine: 'Maschinenkonto',
  keepProgram: ({ name }) => `Programm ${isolated(name)} behalten`,
  keepInvitation: ({ name }) => `Einladung von ${isolated(name)} behalten`,
  keepToken: ({ name }) => `API-Token ${isolated(name)} behalten`,
  added: ({ email, by }) => `${email}, hinzugefügt von ${isolated(by)}`,
  addedFrom: ({ email, by, from }) =>
    `${email}, hinzugefügt von ${isolated(by)} (${isolated(from)})`,
  addedUnknown: ({ email }) => `${email}, von Unbekannt hinzugefügt`,
  created: ({ role, organisation, as, by }) =>
    `${role} bei ${isolated(organisation)} als ${isolated(as)}, erstellt von ${isolated(by)}`,
  createdFrom: ({ role, organisation, as, by, from }) =>
    `${role} bei ${isolated(organisation)} als ${isolated(as)}, erstellt von ${isolated(by)} (${isolated(from)})`,
  createdUnknown: ({ role, organisation, as }) =>
    `${role} bei ${isolated(organisation)} als ${isolated(as)}, von Unbekannt erstellt`,
} satisfies Words<typeof en>;
