import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts } from '../../shared/core/words/parts.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  title: 'API-Token',
  newToken: 'Neues Token…',
  revoke: ({ name }) => `${isolated(name)} widerrufen`,
  actsAsAccount: ({ name }) => `Programme handeln damit als ${isolated(name)}.`,
  actsAsYou: 'Programme handeln damit in Ihrem Namen, jedes in seiner eigenen Rolle.',
  actsHere: ({ name }) =>
    `Programme handeln damit bei ${isolated(name)}, jedes in seiner eigenen Rolle.`,
  roleFirst: ({ name }) =>
    `Vergeben Sie zuerst eine Rolle an ${isolated(name)}: Ein Token hat nie mehr Zugriff als sein Konto.`,
  noneOfAccount: ({ name }) => `${isolated(name)} hat keine API-Token`,
  noneOfMachine:
    'Erstellen Sie eines, damit ein Programm handeln kann, in einer Rolle und für begrenzte Zeit.',
  noneOfPerson: 'Personen erstellen ihre Token auf ihrer eigenen Kontoseite.',
  noneOfYours: 'Sie haben keine API-Token',
  noneOfYoursHint:
    'Erstellen Sie eines, damit ein Programm lesen oder ändern kann, worauf Sie Zugriff haben.',
  noneHere: ({ name }) => `Kein API-Token hat Zugriff auf ${isolated(name)}`,
  noneHereHint:
    'Erstellen Sie eines, damit ein Programm hier handeln kann, in einer Rolle und für begrenzte Zeit.',
  needsRole:
    'Ein Token ist eine Rolle für ein Programm. Nur Administratoren können eines erstellen.',

  columns: {
    name: 'Name',
    role: 'Rolle',
    maker: 'Handelt als',
    expires: 'Läuft ab',
    used: 'Zuletzt benutzt',
  },
  roleAt: ({ role, place }) => parts`${role} bei ${place}`,
  you: 'Sie',
  createdBy: ({ person }) => parts`erstellt von ${person}`,
  createdFrom: ({ person, organisation }) =>
    parts`erstellt von ${person} (${isolated(organisation)})`,
  expired: 'Abgelaufen',
  neverUsed: 'Nie benutzt',

  isCreated: ({ name }) => `${isolated(name)} ist erstellt`,
  newTitle: 'Neues API-Token',
  newForAccount: ({ name }) =>
    `Ein Schlüssel für ein Programm: eine Rolle bei einer Organisation, bis er abläuft. Er hat nie mehr Zugriff als ${isolated(name)}.`,
  newForYou:
    'Ein Schlüssel für ein Programm: eine Rolle bei einer Organisation, bis er abläuft. Er hat nie mehr Zugriff als Sie.',
  name: 'Name',
  nameHint: 'Was es benutzen wird, damit andere wissen, was ohne das Token nicht mehr geht.',
  organisation: 'Organisation',
  organisationOfAccount: ({ name }) => `Wo ${isolated(name)} Rollen hat.`,
  organisationHint:
    'Für eine Organisation weiter unten benutzen Sie deren Registerkarte „Zugriff“.',
  chooseOrganisation: 'Wählen Sie eine Organisation.',
  role: 'Rolle',
  chooseRole: 'Wählen Sie eine Rolle.',
  roleNotHeld: ({ name }) => `${isolated(name)} hat hier keine Rolle, die das einschließt.`,
  days: 'Tage bis zum Ablauf',
  daysHint: ({ most }) => `Höchstens ${formats().number(most)}.`,
  stored: 'Ich habe es gespeichert',
  cancel: 'Abbrechen',
  create: 'Token erstellen',
  copyNow: 'Jetzt kopieren',
  shownOnce:
    'Es wird nur dieses eine Mal angezeigt. Bewahren Sie es wie ein Passwort auf: Wer es hat, kann es benutzen.',
  copy: 'Token kopieren',

  revokeTitle: ({ name }) => `${isolated(name)} widerrufen?`,
  revokeUnused: ({ role, organisation }) =>
    `Es wurde nie benutzt. Was es benutzt, verliert die Rolle ${role} bei ${isolated(organisation)}: Anfragen werden sofort abgelehnt, offene Verbindungen enden. Das kann nicht rückgängig gemacht werden; erstellen Sie stattdessen ein neues Token.`,
  revokeUsed: ({ date, role, organisation }) =>
    `Es wurde zuletzt am ${date} benutzt. Was es benutzt, verliert die Rolle ${role} bei ${isolated(organisation)}: Anfragen werden sofort abgelehnt, offene Verbindungen enden. Das kann nicht rückgängig gemacht werden; erstellen Sie stattdessen ein neues Token.`,
} satisfies Words<typeof en>;
