import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';

type Changed = { people: readonly string[]; value: string };
type Gone = { who: string; what: string };

const listed = (names: readonly string[]): string =>
  formats().list(names.map((name) => isolated(name)));
const lower = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

export const en = {
  thisOrganisation: 'this organisation',

  somebody: 'Somebody',
  deleted: ({ who, what }: Gone) => `${isolated(who)} deleted ${isolated(what)}.`,
  movedAway: ({ who, what }: Gone) =>
    `${isolated(who)} moved ${isolated(what)} to where your roles do not reach.`,
  roleTaken: ({ who, role, organisation }: { who: string; role: string; organisation: string }) =>
    `${isolated(who)} took away your role: ${role} of ${isolated(organisation)}.`,
  notReached: 'Your roles no longer reach this.',
  notReachedBy: ({ who }: { who: string }) =>
    `${isolated(who)} changed who may see this; your roles no longer reach it.`,
  missing: 'It does not exist, or your roles do not reach it.',

  field: ({ label }: { label: string }) => `the ${lower(label)}`,
  setting: ({ label }: { label: string }) => `“${label}”`,
  fieldOf: ({ field, name }: { field: string; name: string }) => `${field} of ${isolated(name)}`,
  nothing: 'nothing',
  yes: 'Yes',
  no: 'No',
  choices: { inherit: 'Inherit', allow: 'Allow', deny: 'Deny' },
  changedThis: ({ people, value }: Changed) => `${listed(people)} changed this to “${value}”`,
  changedField: ({ people, field, value }: Changed & { field: string }) =>
    `${listed(people)} changed ${field} to “${value}”`,
  typedOn: ({ date }: { date: string }) => `Typed on ${date} and not sent since`,
  stillWanted: ({ date }: { date: string }) =>
    `Typed on ${date} and not sent since. Do you still want it?`,
  undone: ({ label }: { label: string }) => `${label}, undone`,
  notSaved: ({ reason }: { reason: string }) => `Not saved: ${reason}`,
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  save: 'Save it',
  dismiss: 'Dismiss',
  discard: 'Discard',
};
