import { createContext } from 'svelte';
import type { AuditedChange, AuditEntry } from '../../shared/audit/contract.ts';
import { isAction, ruleOf } from '../../shared/access/actions.ts';
import { type Role, roles, roleTitle } from '../../shared/access/roles.ts';
import type { AuditWords } from '../core/audit-words.ts';
import { capitalised } from '../core/format.ts';
import { exactTime } from '../ui/relative-time.ts';

/** How the audit speaks of itself. */
export const ownWords = {
  records: {},
  deeds: {
    'audit.erase': 'Erased personal values from the audit',
    'audit.export': 'Exported the audit',
    'audit.leaveOut': 'Left out attempts of strangers that were too many',
    'audit.mark': 'Marked refused reads that no person attempted',
    'audit.prune': 'Let go of records after their retention',
  },
} satisfies AuditWords;

/** The names of records and deeds, for every part of a page of the audit. */
export const [getAuditWords, setAuditWords] = createContext<AuditWords>();

/** What was done, in words: *Suspended an organisation*, or *Tried to suspend this organisation*. */
export function deedWords(
  words: AuditWords,
  { action, outcome }: Pick<AuditEntry, 'action' | 'outcome'>,
): string {
  if (outcome === 'denied' && isAction(action)) return `Tried to ${ruleOf(action).words}`;
  const [subject = '', verb = ''] = action.split('.');
  return words.deeds[action] ?? `${resourceWords(words, subject)}: ${inWords(verb)}`;
}

export function resourceWords({ records }: AuditWords, resource: string): string {
  return records[resource] ?? capitalised(inWords(resource));
}

/** A field by its dotted name: *contact.email* → *Contact email*. */
export function fieldWords(field: string): string {
  return capitalised(inWords(field));
}

/** One field of a change, as people read it. */
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** What a change did to each field that tells something; when it was changed stands above it. */
export function fieldChanges(
  { before, after, op }: AuditedChange,
  nameOf: (id: string) => string | undefined,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const say = (value: unknown) => valueWords(value, nameOf);
  return fields
    .filter((field) => field !== 'updatedAt' && field !== 'createdAt')
    .map((field) => ({
      field,
      before: op === 'create' ? undefined : say(before[field]),
      after: op === 'delete' ? undefined : say(after[field]),
    }))
    .filter((change) => op === 'update' || (change.before ?? change.after) !== NONE);
}

const NONE = 'none';
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value as people read it; an organisation's id by its name, where that is known here. */
export function valueWords(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined || value === '') return NONE;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (TIME.test(value)) return exactTime(Date.parse(value));
  if (roles.includes(value as Role)) return roleTitle(value as Role);
  return nameOf(value) ?? value;
}

function inWords(name: string): string {
  return name
    .replaceAll('.', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
}
