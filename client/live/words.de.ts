import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

/** *Ann hat*, *Ann und Ben haben* */
const have = (names: readonly string[]): string =>
  `${formats().list(names.map((name) => isolated(name)))} ${names.length === 1 ? 'hat' : 'haben'}`;

export const de = {
  thisOrganisation: 'diese Organisation',

  somebody: 'Jemand',
  deleted: ({ who, what }) => `${isolated(who)} hat ${isolated(what)} gelöscht.`,
  movedAway: ({ who, what }) =>
    `${isolated(who)} hat ${isolated(what)} dorthin verschoben, wohin Ihre Rollen nicht reichen.`,
  roleTaken: ({ who, role, organisation }) =>
    `${isolated(who)} hat Ihnen eine Rolle entzogen: ${role} bei ${isolated(organisation)}.`,
  notReached: 'Ihre Rollen reichen nicht mehr hierher.',
  notReachedBy: ({ who }) =>
    `${isolated(who)} hat geändert, wer das sehen kann; Ihre Rollen reichen nicht mehr hierher.`,
  missing: 'Das gibt es nicht, oder Ihre Rollen reichen nicht dorthin.',

  field: ({ label }) => `„${label}“`,
  setting: ({ label }) => `„${label}“`,
  fieldOf: ({ field, name }) => `${field} von ${isolated(name)}`,
  nothing: 'nichts',
  yes: 'Ja',
  no: 'Nein',
  choices: { inherit: 'Übernehmen', allow: 'Erlauben', deny: 'Verbieten' },
  changedThis: ({ people, value }) => `${have(people)} das in „${value}“ geändert`,
  changedField: ({ people, field, value }) => `${have(people)} ${field} in „${value}“ geändert`,
  typedOn: ({ date }) => `Am ${date} eingegeben und seitdem nicht gesendet`,
  stillWanted: ({ date }) =>
    `Am ${date} eingegeben und seitdem nicht gesendet. Soll es noch gespeichert werden?`,
  undone: ({ label }) => `${label}, rückgängig gemacht`,
  notSaved: ({ reason }) => `Nicht gespeichert: ${reason}`,
  keepMine: 'Meines behalten',
  takeTheirs: 'Das andere übernehmen',
  save: 'Speichern',
  dismiss: 'Schließen',
  discard: 'Verwerfen',
} satisfies Words<typeof en>;
